namespace Desk.Channels;

/// <summary>The rules that let stories through or stop them.</summary>
static class StoryRules
{
    public static IReadOnlyList<RuleField> List { get; } =
    [
        new ListRule<string>(RuleTexts.Topic, RuleKind.Topics)
        {
            Name = "topics", Label = "topics", Section = RuleSection.Menus, Example = "energy, rail",
            StaysWithChannel = true,
            Help = "Only these topics, subtopics included.",
            Of = rules => rules.Topics,
            With = (rules, topics) => rules with { Topics = topics },
            Filter = RuleFilter.OneOf(
                FilterCost.Name, rules => rules.Topics, rules => rules.Topics, static (facts, slug) => facts.HasTopic(slug),
                (facts, _) => RuleTexts.TopicsOf(facts)),
        },
        new ListRule<string>(RuleTexts.Outlet)
        {
            Name = "providers", Label = "outlets", Section = RuleSection.Words, Example = "harbourgazette.example",
            Help = "Only stories that one of these outlets covers, by name or domain.",
            Note = "It looks at every outlet that covers a story, those of related items included; "
                + "`not-providers` looks only at the one that leads it.",
            Of = rules => rules.Providers,
            With = (rules, outlets) => rules with { Providers = outlets },
            Filter = RuleFilter.OneOf(
                FilterCost.Name, rules => rules.ProviderKeys, rules => rules.Providers, static (facts, key) => facts.IsFrom(key),
                (facts, _) => RuleTexts.OutletsOf(facts)),
        },
        new ListRule<string>(RuleTexts.Outlet)
        {
            Name = "not-providers", Label = "blocked outlets", Section = RuleSection.Words, Example = "tabloid.example",
            Help = "Skip stories that one of these outlets leads.",
            Note = "The outlet that leads a story is the one that its post shows. "
                + "A story that another outlet leads is posted even if a blocked one covers it, too.",
            Of = rules => rules.NotProviders,
            With = (rules, outlets) => rules with { NotProviders = outlets },
            Filter = RuleFilter.NoneOf(
                FilterCost.Name, rules => rules.NotProviderKeys, rules => rules.NotProviders, static (facts, key) => facts.IsLedBy(key),
                (facts, _) => $"led by {RuleTexts.OutletOf(facts)}"),
        },
        new ListRule<WordPattern>(WordPattern.Parse)
        {
            Name = "words", Label = "required words", Section = RuleSection.Words, Example = "flood, /evacuat(e|ion)/",
            Help = "Only stories with one of these words; /…/ is a regular expression.",
            Note = "It looks for text in headlines and excerpts; `topics` looks at how publishers filed the story.",
            Of = rules => rules.Words,
            With = (rules, words) => rules with { Words = words },
            Stored = WordPattern.Stored,
            Filter = RuleFilter.OneOf(
                FilterCost.Text, rules => rules.Words, rules => rules.Words,
                static (facts, word) => word.IsIn(facts), (facts, rules) => RuleFilter.Found(rules.Words, facts)),
        },
        new ListRule<WordPattern>(WordPattern.Parse)
        {
            Name = "not-words", Label = "blocked words", Section = RuleSection.Words, Example = "horoscope",
            Help = "Skip stories with one of these words; /…/ is a regular expression.",
            Note = "It wins over `words`: a story with a required and a blocked word is skipped.",
            Of = rules => rules.NotWords,
            With = (rules, words) => rules with { NotWords = words },
            Stored = WordPattern.Stored,
            Filter = RuleFilter.NoneOf(
                FilterCost.Text, rules => rules.NotWords, rules => rules.NotWords,
                static (facts, word) => word.IsIn(facts), (facts, rules) => RuleFilter.Found(rules.NotWords, facts)),
        },
        new ListRule<string>(RuleTexts.Type)
        {
            Name = "types", Label = "types", Section = RuleSection.Words, Example = "article",
            Help = "Only these types, such as article or video.",
            Of = rules => rules.Types,
            With = (rules, types) => rules with { Types = types },
            Filter = RuleFilter.OneOf(
                FilterCost.Name, rules => rules.Types, rules => rules.Types,
                static (facts, type) => type.Equals(facts.Type, StringComparison.OrdinalIgnoreCase),
                (facts, _) => facts.Type),
        },
        new SpanRule(RuleLimits.Soonest, RuleLimits.Oldest)
        {
            Name = "max-age", Label = "maximum age", Section = RuleSection.Limits, Example = "7 days",
            Help = "Skip stories whose newest article was published longer ago than this.",
            Note = "It goes by the date in the article's file, so that an old article that is added today is not news. `too-old-after` "
                + "goes by how late a post comes. What a moderator asks for, such as `/channel backfill`, may be older.",
            Of = rules => rules.MaxAge,
            With = (rules, span) => rules with { MaxAge = span },
            Filter = RuleFilter.AtMost(facts => facts.Age, rules => rules.MaxAge),
        },
        new NumberRule(0, RuleLimits.Score)
        {
            Name = "least-quality", Label = "minimum quality", Section = RuleSection.Numbers, Example = "50",
            Help = "The lowest publisher's score to post, usually 0 to 100.",
            Note = "Publishers rate quality; popularity (`least-heat`) says how much a story is read. A story without a score is skipped.",
            Of = rules => rules.LeastQuality,
            With = (rules, least) => rules with { LeastQuality = least },
            Filter = RuleFilter.AtLeast(facts => facts.Quality, rules => rules.LeastQuality, number => $"quality {number}"),
        },
        new NumberRule(0, RuleLimits.Score)
        {
            Name = "least-heat", Label = "minimum popularity", Section = RuleSection.Numbers, Example = "500",
            Help = "The lowest popularity to post.",
            Note = "Popularity grows with time: a story that is skipped at first is posted once it is popular enough.",
            Of = rules => rules.LeastHeat,
            With = (rules, least) => rules with { LeastHeat = least },
            Filter = RuleFilter.AtLeast(facts => facts.Heat, rules => rules.LeastHeat, number => $"popularity {number}"),
        },
        new NumberRule(1, RuleLimits.Outlets)
        {
            Name = "least-outlets", Label = "minimum outlets", Section = RuleSection.Numbers, Example = "3",
            Help = "How many outlets must cover a story before it is posted.",
            Note = "It decides whether a story is posted; `pings` decides whether its post pings a role.",
            Of = rules => rules.LeastOutlets,
            With = (rules, least) => rules with { LeastOutlets = least ?? 1 },
            Filter = RuleFilter.AtLeast(
                facts => facts.Outlets, rules => rules.LeastOutlets, number => number == "1" ? "1 outlet" : $"{number} outlets"),
        },
    ];
}
