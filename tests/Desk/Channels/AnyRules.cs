using Articles;
using CsCheck;
using Desk.Archive;
using Desk.Channels;

namespace Desk.Tests.Channels;

/// <summary>Rules as moderators may make them, at random.</summary>
static class AnyRules
{
    static readonly Gen<string> Zone = Gen.OneOf(
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Pacific/Apia");

    static readonly Gen<TimeOnly> Time = Gen.Int[0, 1439].Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    /// <summary>Text that YAML would read as something else.</summary>
    static readonly Gen<string> Odd = Gen.OneOf(
        "no", "Yes", "null", "~", "22:00", "1e5", "0x1F", "12", "2026-08-14", "@everyone", "#news", "# news", "a # b", "a: b", "- a",
        "[a", "{a}", "&a", "*a", "!a", "%a", "|", ">", "`a`", "'", "''", "\"", "\\", "a,b", "it's",
        "📰", "👩‍👩‍👧", "東京", "Łódź", "/a(b|c)/", "/\\bflood\\b/", "/\"/", "/it's \\d+/", "a\nb", "a\tb", "\u202Ea", "\u0085a", "\uD800a",
        "...", "---", "--- a", "?", "? a", ": a", ".inf");

    static readonly Gen<string> Item = Gen.Frequency(
        (2, Gen.Char["abé/\", x\n#:&"].Array[1, 12].Select(letters => new string(letters))),
        (2, Odd),
        (1, Gen.Char.Array[1, 30].Select(letters => new string(letters))))
        .Select(text => text.Trim()).Where(text => text.Length > 0 && StoryFacts.ProviderKey(text).Length > 0);

    static readonly Gen<TimeSpan> Span = Gen.Int[10, 10_080].Select(minutes => TimeSpan.FromMinutes(minutes));

    public static Gen<ChannelRules> When { get; } = Gen.Select(
        Gen.Enum<PostingMode>(),
        Time,
        Gen.Enum<DayOfWeek>(),
        Zone,
        Gen.Select(Time, Time),
        Gen.Int[0, 1440],
        Gen.Int[0, 5])
        .Select((mode, at, on, zone, quiet, hold, most) => new ChannelRules
        {
            Mode = mode, DigestAt = at, DigestOn = on, TimeZone = zone, HoldBack = TimeSpan.FromMinutes(hold),
            MostPerHour = most == 0 ? null : most,
            Quiet = quiet.Item1 == quiet.Item2 ? null : new(quiet.Item1, quiet.Item2),
        });

    static readonly Gen<ChannelRules> What = Gen.Select(
        When,
        Item.List[0, 4],
        Item.List[0, 4],
        Item.List[0, 3],
        Item.List[0, 3],
        Gen.Int[0, 100],
        Gen.Int[1, 9])
        .Select((rules, providers, words, topics, types, quality, outlets) => rules with
        {
            Providers = [.. providers.Distinct()], Words = Patterns(words),
            LeastQuality = quality < 50 ? null : quality, LeastOutlets = outlets,
            NotProviders = [.. types.Distinct()], NotWords = Patterns(types), LeastHeat = quality > 50 ? null : quality,
            Topics = [.. topics.Select(Topic.SlugOf).Where(slug => slug.Length > 0).Distinct()],
            Types = [.. types.Select(type => type.ToLowerInvariant()).Distinct()],
        });

    public static Gen<ChannelRules> Whole { get; } = Gen.Select(
        What,
        Item,
        Span,
        Span,
        Gen.Bool,
        Gen.Enum<WithdrawnStories>(),
        Gen.Int[0, Language.All.Count - 1].Select(at => Language.All[at].Code))
        .Select((rules, role, late, coolDown, flag, withdrawn, language) => rules with
        {
            Silent = flag, Thread = !flag, Pings = flag ? Pings(role, rules.Topics) : [],
            Tags = [.. rules.Topics.Select(topic => new TagRule(topic, role.Length > 20 ? "Weather" : role)).Distinct()],
            TooOldAfter = late, PingCoolDown = coolDown, Withdrawn = withdrawn, Language = language,
        });

    public static Gen<IReadOnlyList<ChannelEntry>> Entries { get; } =
        Gen.Select(Gen.Frequency((3, Gen.ULong.Select(id => $"{id}")), (1, Item)), Gen.String, Whole)
            .Select((channel, name, rules) => new ChannelEntry(channel, name, rules))
            .List[0, 4].Select(entries => (IReadOnlyList<ChannelEntry>)[.. entries.DistinctBy(entry => entry.Channel)]);

    static IReadOnlyList<PingRule> Pings(string role, IReadOnlyList<string> topics)
    {
        role = string.Concat(role.Where(letter => letter != ';' && !char.IsControl(letter))).Trim();
        return role.Length == 0 ? [] : [new() { Role = role, Topics = topics, Outlets = 5 }, new() { Role = "1", Heat = role.Length }];
    }

    static IReadOnlyList<WordPattern> Patterns(IEnumerable<string> words) =>
        [.. words.Distinct().Select(word => WordPattern.Parse(word, out _)).OfType<WordPattern>()];
}
