namespace News.Rules;

/// <summary>
/// Every rule of a channel, in the order in which people read them. Files, the store, forms and logs all take rules from here,
/// so that a new rule is a property and a row.
/// </summary>
public static class RuleFields
{
    public static IReadOnlyList<RuleField> All { get; } =
    [
        RuleRows.Texts("topics", RuleGroup.What, "Topics wanted; what is below a topic counts as it.", "energy, rail",
            rules => rules.Topics, (rules, topics) => rules with { Topics = topics }, RuleTexts.Topic),
        RuleRows.Texts("providers", RuleGroup.What, "Outlets wanted, by name or domain.", "harbourgazette.example",
            rules => rules.Providers, (rules, providers) => rules with { Providers = providers }, RuleTexts.Name),
        RuleRows.Texts("not-providers", RuleGroup.What, "Outlets whose stories are not posted when they lead them.", "tabloid.example",
            rules => rules.NotProviders, (rules, providers) => rules with { NotProviders = providers }, RuleTexts.Name),
        RuleRows.List("words", RuleGroup.What, "Words of which a story must have one; /…/ is a regular expression.", "flood, /evacuat(e|ion)/",
            rules => rules.Words, (rules, words) => rules with { Words = words }, RuleTexts.Word),
        RuleRows.List("not-words", RuleGroup.What, "Words that a story must not have; /…/ is a regular expression.", "horoscope",
            rules => rules.NotWords, (rules, words) => rules with { NotWords = words }, RuleTexts.Word),
        RuleRows.Texts("types", RuleGroup.What, "Types wanted, such as article or video.", "article",
            rules => rules.Types, (rules, types) => rules with { Types = types }, RuleTexts.Type),
        RuleRows.Number("least-quality", RuleGroup.What, "The publisher's score that a story needs, mostly 0 to 100.", "50", 0, RuleLimits.Score,
            rules => rules.LeastQuality, (rules, least) => rules with { LeastQuality = least }),
        RuleRows.Number("least-heat", RuleGroup.What, "The popularity that a story needs.", "500", 0, RuleLimits.Score,
            rules => rules.LeastHeat, (rules, least) => rules with { LeastHeat = least }),
        RuleRows.Number("least-outlets", RuleGroup.What, "How many outlets must have the story.", "3", 1, RuleLimits.Outlets,
            rules => rules.LeastOutlets, (rules, least) => rules with { LeastOutlets = least ?? 1 }),

        RuleRows.Choice("mode", RuleGroup.When, "Each story at once, or a digest of many.", PostingMode.Instantly,
            rules => rules.Mode, (rules, mode) => rules with { Mode = mode }),
        RuleRows.Value("digest-at", RuleGroup.When, "When daily and weekly digests are posted.", "09:00",
            rules => RuleTexts.Written(rules.DigestAt), (rules, text) => RuleTexts.Time(text) is { } time ? rules with { DigestAt = time } : RuleTexts.NoTime(text)),
        RuleRows.Choice("digest-on", RuleGroup.When, "The day of weekly digests.", DayOfWeek.Monday,
            rules => rules.DigestOn, (rules, day) => rules with { DigestOn = day }),
        RuleRows.Value("time-zone", RuleGroup.When, "By which the hours of digests and quiet hours are.", "Europe/Berlin",
            rules => rules.TimeZone, (rules, text) => RuleTexts.Zone(text, out var error) is { } zone ? rules with { TimeZone = zone } : RuleReading.Failed(error)),
        RuleRows.Value("quiet", RuleGroup.When, "Hours in which nothing is posted.", "22:00-07:00",
            rules => rules.Quiet is { } quiet ? $"{RuleTexts.Written(quiet.From)}-{RuleTexts.Written(quiet.To)}" : "", RuleTexts.ReadQuiet),
        RuleRows.Number("most-per-hour", RuleGroup.When, "How many posts an hour; the rest waits.", "6", 1, RuleLimits.PerHour,
            rules => rules.MostPerHour, (rules, most) => rules with { MostPerHour = most }),
        RuleRows.Span("hold-back", RuleGroup.When, "How long a story waits, so that a correction comes first.", "10 minutes", TimeSpan.Zero, RuleLimits.HoldBack,
            rules => rules.HoldBack, (rules, span) => rules with { HoldBack = span }),
        RuleRows.Span("too-old-after", RuleGroup.When, "How late a story may be posted.", "2 days", RuleLimits.Soonest, RuleLimits.Latest,
            rules => rules.TooOldAfter, (rules, span) => rules with { TooOldAfter = span }),

        RuleRows.Flag("silent", RuleGroup.How, "Posts come without a notification.",
            rules => rules.Silent, (rules, flag) => rules with { Silent = flag }),
        RuleRows.Flag("thread", RuleGroup.How, "A thread is begun under each post.",
            rules => rules.Thread, (rules, flag) => rules with { Thread = flag }),
        RuleRows.Value("ping-role", RuleGroup.How, "The role to ping.", "123456789012345678",
            rules => rules.PingRole ?? "", RuleTexts.ReadRole),
        RuleRows.Number("ping-outlets", RuleGroup.How, "How many outlets make a story worth a ping.", "5", 1, RuleLimits.Outlets,
            rules => rules.PingOutlets, (rules, outlets) => rules with { PingOutlets = outlets }),
        RuleRows.Number("ping-heat", RuleGroup.How, "The popularity that makes a story worth a ping.", "2000", 0, RuleLimits.Score,
            rules => rules.PingHeat, (rules, heat) => rules with { PingHeat = heat }),
        RuleRows.Span("ping-cool-down", RuleGroup.How, "How long after a ping there is no other.", "1 hour", TimeSpan.Zero, RuleLimits.CoolDown,
            rules => rules.PingCoolDown, (rules, span) => rules with { PingCoolDown = span }),
        RuleRows.Choice("withdrawn", RuleGroup.How, "What becomes of the post of a withdrawn story.", WithdrawnStories.StrikeThrough,
            rules => rules.Withdrawn, (rules, withdrawn) => rules with { Withdrawn = withdrawn }),
        RuleRows.Chosen("language", RuleGroup.How, "The language of the bot's own words.", Language.English.Code,
            rules => rules.Language, RuleTexts.ReadLanguage, [.. Language.All.Select(language => new RuleChoice(language.Code, language.Name))]),
    ];

    static readonly Dictionary<string, RuleField> ByName = All.ToDictionary(field => field.Name);

    /// <summary>Null for a name that no rule has.</summary>
    public static RuleField? Of(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The rules that are not as they begin, by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(ChannelRules rules) =>
        [.. All.Where(field => !field.IsDefault(rules)).Select(field => KeyValuePair.Create(field.Name, field.Write(rules)))];

    /// <summary>What <see cref="Write"/> wrote. What can't be read is told and left at its default: an older or newer version may have written it.</summary>
    public static ChannelRules Read(IEnumerable<KeyValuePair<string, string>> texts, out IReadOnlyList<string> errors)
    {
        var (rules, told) = (ChannelRules.Default, new List<string>());
        foreach (var (name, text) in texts)
        {
            var error = Unknown(name);
            if (Of(name)?.Read(rules, text, out error) is { } read)
                rules = read;
            else
                told.Add(error);
        }

        errors = told;
        return rules;
    }

    /// <summary>All rules as a Markdown table, for people who write them into files.</summary>
    public static string Table() => string.Join('\n',
    [
        "| rule | default | example | what it does |",
        "|---|---|---|---|",
        .. All.Select(field => $"| `{field.Name}` | {Cell(field.Tell(ChannelRules.Default))} | {ExamplesOf(field)} | {Cell(field.Help)} |"),
    ]) + "\n";

    internal static string Unknown(string name, params IReadOnlyList<string> others)
    {
        IEnumerable<string> known = [.. others, .. All.Select(field => field.Name)];
        return $"There is no rule {RuleReading.Quoted(name)}. " + (Reading.Spelling.Nearest(name, known) is { } meant
            ? $"Did you mean {meant}?"
            : $"Write one of {string.Join(", ", known)}.");
    }

    /// <summary>Where there are few values, all of them.</summary>
    static string ExamplesOf(RuleField field) => field.Choices.Count == 0 ? $"`{Cell(field.Example)}`" : string.Join(", ", field.Choices.Select(choice => $"`{choice.Text}`"));

    /// <summary>A bar ends a cell, within code too.</summary>
    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
