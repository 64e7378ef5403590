using Articles;
using Articles.Stories;
using Bot.Texts;

namespace Bot.Cards;

/// <summary>Who wrote about a story, in lines of Markdown.</summary>
static class CoverageText
{
    const int OutletLength = 40;
    const int MostReprints = 3;

    /// <summary><c>9 links, 6 independent</c>; null where the number of outlets says it all.</summary>
    public static string? Links(Coverage coverage, CardTexts words) => coverage switch
    {
        _ when coverage.Independent < coverage.Links => $"{words.Links(coverage.Links)}, {words.Independent(coverage.Independent)}",
        _ when coverage.Links > coverage.Outlets => words.Links(coverage.Links),
        _ => null,
    };

    /// <summary><c>**Outlet** [Headline](link) · video</c>, without what is not known.</summary>
    /// <param name="limit">In UTF-16 characters: a link that makes the row longer is left out. 0 leaves out every link.</param>
    /// <param name="titleLength">The headline is cut at a word to about as many characters.</param>
    public static string Row(CoverageLine line, CardTexts words, int limit, int titleLength)
    {
        var outlet = CardText.Inline(line.Provider.Label, OutletLength) is { Length: > 0 } label ? $"**{label}**" : "";
        var kind = CardText.Inline(Kind(line.Type, words) ?? "", OutletLength);
        return CardText.Linked(line.Title, line.Link, limit, title => CardText.Facts(Joined(" ", outlet, title), kind), titleLength);
    }

    /// <summary><c>first: Outlet, 2 hours ago</c>; null where no time is known.</summary>
    public static string? First(Coverage coverage, CardState state) =>
        Report(coverage.First, BotTexts.Of(state.Language).Cards.FirstReport, state);

    /// <summary><c>latest: Outlet, 2 hours ago</c>; null where no time is known, or if that is the first one.</summary>
    public static string? Latest(Coverage coverage, CardState state) => coverage.Latest == coverage.First
        ? null
        : Report(coverage.Latest, BotTexts.Of(state.Language).Cards.LatestReport, state);

    /// <summary><c>Also at [A](link), [B](link) and 2 more</c>; null where nobody has the same text.</summary>
    public static string? AlsoAt(IReadOnlyList<CoverageLine> reprints, CardState state, int limit)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var named = reprints.Where(reprint => reprint.Provider.Label.Length > 0).DistinctBy(reprint => reprint.Provider.Label).ToList();
        if (named is [])
            return reprints is [] ? null : words.Reprints(reprints.Count);

        var shown = named.Take(MostReprints).ToList();
        var more = reprints.Count - shown.Count;
        var text = Text(reprint => CardText.Linked(reprint.Provider.Label, reprint.Link, limit, label => label, OutletLength));
        return text.Length <= limit ? text : Text(reprint => CardText.Inline(reprint.Provider.Label, OutletLength));

        string Text(Func<CoverageLine, string> name) => words.AlsoAt(string.Join(", ", shown.Select(name)), more);
    }

    /// <summary>What it is, where it is no article.</summary>
    public static string? Kind(string type, CardTexts words)
    {
        const int longest = 20;
        return type.Trim() is { Length: > 0 } kind && !kind.Equals("article", StringComparison.OrdinalIgnoreCase)
            ? CardText.Plain(words.Kind(kind.ToLowerInvariant()), longest)
            : null;
    }

    public static bool IsOf(CoverageLine line, Article article) => line.ArticleId is { } id ? id == article.Id : line.Link == article.Link;

    static string? Report(CoverageLine? line, Func<string, string, string> text, CardState state) =>
        line is { Provider.Label: { Length: > 0 } outlet } && CardText.When(line.PublishedAt, state.Now) is { } when
            ? text(CardText.Inline(outlet, OutletLength), when)
            : null;

    static string Joined(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(part => !string.IsNullOrEmpty(part)));
}
