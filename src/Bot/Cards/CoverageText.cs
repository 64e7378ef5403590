using Articles;
using Articles.Stories;
using Bot.Texts;

namespace Bot.Cards;

/// <summary>Who wrote about a story, in lines of Markdown.</summary>
static class CoverageText
{
    const int OutletLength = 60;
    const int KindLength = 50;
    const int MostReprints = 3;

    /// <summary><c>9 links, 6 independent</c>; null where the number of outlets says it all.</summary>
    public static string? Links(Coverage coverage, CardTexts words)
    {
        string?[] counts =
        [
            coverage.Links > coverage.Outlets ? words.Links(coverage.Links) : null,
            coverage.Independent < coverage.Links ? words.Independent(coverage.Independent) : null,
        ];
        return Joined(", ", counts) is { Length: > 0 } links ? links : null;
    }

    /// <summary><c>**Outlet** · [Headline](link) · video · 2 hours ago</c>, without what is not known.</summary>
    /// <param name="line">What to tell.</param>
    /// <param name="state">Of the card.</param>
    /// <param name="limit">In UTF-16 characters: a link that makes the line longer is left out.</param>
    public static string Line(CoverageLine line, CardState state, int limit)
    {
        var outlet = line.Provider.Label is { Length: > 0 } label ? $"**{CardText.Inline(label, OutletLength)}**" : null;
        var words = BotTexts.Of(state.Language).Cards;
        return CardText.Linked(line.Title, line.Link, limit, title =>
            CardText.Facts(outlet, title, CardText.Inline(Kind(line.Type, words) ?? "", KindLength),
                CardText.Relative(line.PublishedAt, state.Now)));
    }

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

    static string Joined(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(part => !string.IsNullOrEmpty(part)));
}
