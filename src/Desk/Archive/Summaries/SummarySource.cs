using System.Globalization;

namespace Desk.Archive.Summaries;

/// <summary>What a summary is written from: of an article, what is sent to a model, and nothing else.</summary>
/// <param name="Article">As the list of sources shows it.</param>
/// <param name="Passages">Sentences of its text, exactly as they stand there.</param>
public sealed record SummarySource(Headline Article, IReadOnlyList<string> Passages)
{
    /// <summary>In characters; more of a title or an excerpt is not sent.</summary>
    const int Longest = 1000;

    public string Title => Cut(Article.Title);

    public string Excerpt => Cut(Article.Excerpt);

    public string Outlet => Article.Provider.Label;

    /// <summary>In UTC, such as <c>2026-03-15</c>.</summary>
    public string Day => Article.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Everything that a summary may take from it.</summary>
    internal IEnumerable<string> Texts => [Title, Excerpt, .. Passages, Outlet, Article.Provider.Domain, Day];

    /// <summary>At the end of a word: the half of a name would be another one.</summary>
    static string Cut(string text) =>
        text.Length <= Longest ? text : text.LastIndexOf(' ', Longest) is > 0 and var end ? text[..end] : "";
}
