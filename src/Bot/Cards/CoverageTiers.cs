using Articles.Stories;
using Bot.Texts;

namespace Bot.Cards;

/// <summary>A story's other coverage on its card, in three tiers. All of it is Markdown.</summary>
/// <param name="Summary">How many outlets there are, and which was first; null if nothing else covers the story.</param>
/// <param name="Rows">Headlines, each of another outlet, best first.</param>
/// <param name="Others">The other outlets by name, in one line; null if all have a row.</param>
sealed record CoverageTiers(string? Summary, IReadOnlyList<string> Rows, string? Others)
{
    const int MostNamed = 6;
    const int OutletLength = 40;
    const int TitleLength = 70;

    /// <summary>A link that makes a row longer is left out.</summary>
    const int RowLength = 400;

    const int NameLength = 260;

    /// <summary>No line begins with a dot, and none ends within a name.</summary>
    const string DotAfterName = "\u00A0· ";

    const char NoBreakSpace = '\u00A0';

    public static CoverageTiers None { get; } = new(null, [], null);

    /// <param name="rows">The most rows.</param>
    /// <param name="areLinked">Whether headlines and outlets are links, which take most of a message's room.</param>
    public static CoverageTiers Of(Story story, CardState state, int rows, bool areLinked = true)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var coverage = story.Coverage;
        var own = coverage.All.FirstOrDefault(line => CoverageText.IsOf(line, story.Lead));
        var outlet = own?.Outlet ?? "";
        var others = coverage.All.Where(IsOther).ToList();
        if (others is [])
            return OfOneOutlet(coverage.Lines.Where(line => line != own).Take(rows), words, areLinked);

        var independent = Distinct(coverage.Lines.Where(IsOther)).Take(rows).ToList();
        var rest = Distinct(others).Where(line => !independent.Exists(row => IsSame(row, line))).ToList();
        return new(
            Facts($"**{words.Outlets(coverage.Outlets)}**", FirstReport(story, outlet, state)),
            [.. independent.Select(line => Row(line, words, areLinked))],
            rest is [] ? null : Named(rest, words, areLinked));

        bool IsOther(CoverageLine line) => line != own && !(line.Outlet == outlet && outlet.Length > 0);
    }

    static CoverageTiers OfOneOutlet(IEnumerable<CoverageLine> more, CardTexts words, bool areLinked) =>
        more.Select(line => Row(line with { Provider = Articles.Provider.Unknown }, words, areLinked)).ToList() is { Count: > 0 } rows
            ? new($"**{words.MoreOnThis}**", rows, null)
            : None;

    /// <summary>An outlet without a name or domain is a different one each time.</summary>
    static IEnumerable<CoverageLine> Distinct(IEnumerable<CoverageLine> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return lines.Where(line => line.Outlet.Length == 0 || seen.Add(line.Outlet));
    }

    static bool IsSame(CoverageLine one, CoverageLine other) =>
        ReferenceEquals(one, other) || (one.Outlet.Length > 0 && one.Outlet == other.Outlet);

    /// <summary>Who reported first, and how much earlier than the lead, if that was another outlet.</summary>
    static string? FirstReport(Story story, string outlet, CardState state)
    {
        if (story.Coverage.First is not { PublishedAt: { } at, Provider.Label: { Length: > 0 } label } first || first.Outlet == outlet)
            return null;
        var words = BotTexts.Of(state.Language).Cards;
        var lead = story.Lead.PublishedAt;
        return CardText.IsKnown(at, state.Now) && CardText.IsKnown(lead, state.Now) && lead - at >= TimeSpan.FromMinutes(1)
            ? words.FirstReport(CardText.Inline(label, OutletLength), words.Earlier(lead - at))
            : null;
    }

    static string Row(CoverageLine line, CardTexts words, bool isLinked) =>
        CoverageText.Row(line, words, isLinked ? RowLength : 0, TitleLength);

    static string Named(List<CoverageLine> rest, CardTexts words, bool areLinked)
    {
        var named = rest.Where(line => line.Provider.Label.Length > 0).Take(MostNamed).ToList();
        var names = named.Select(line => CardText.Linked(
            line.Provider.Label, areLinked ? line.Link : null, NameLength, name => name, OutletLength));
        var more = rest.Count - named.Count;
        return words.OtherOutlets(string.Join(DotAfterName, names.Select(name => name.Replace(' ', NoBreakSpace))), more);
    }

    static string Facts(params IEnumerable<string?> facts) => string.Join(" · ", facts.OfType<string>());
}
