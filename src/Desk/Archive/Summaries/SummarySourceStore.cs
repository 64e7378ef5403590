using Desk.Archive.Search;

namespace Desk.Archive.Summaries;

/// <summary>Reads what a summary is written from.</summary>
public sealed class SummarySourceStore(ArchiveSearch search, ArticleStore articles)
{
    const int MostPassages = 6;

    /// <param name="keys">The public keys of the articles, in order. Those that readers can't see any more are left out.</param>
    public async Task<IReadOnlyList<SummarySource>> SourcesAsync(string question, IReadOnlyList<long> keys, CancellationToken ct)
    {
        var found = await articles.OfKeysAsync(keys, ct);
        var passages = await search.PassagesAsync(question, [.. found.Select(article => article.Id)], MostPassages, ct);
        return [.. found.Select(article => new SummarySource(article, passages.GetValueOrDefault(article.Id) ?? []))];
    }
}
