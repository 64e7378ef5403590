using News.Reading;

namespace News.Stories;

/// <summary>An article of ours, or one in such an article's list, and the addresses by which it is known.</summary>
sealed class CoverageItem
{
    readonly CoverageLine line;

    CoverageItem(CoverageLine line, IEnumerable<Uri?> addresses)
    {
        Addresses = [.. addresses.OfType<Uri>().Where(IsWeb).Select(LinkKey.Of).Distinct(StringComparer.Ordinal)];
        var domain = Provider.DomainOf(line.Provider.Domain);
        this.line = line with { Provider = line.Provider with { Domain = domain.Length > 0 || Addresses is [] ? domain : HostOf(Addresses[0]) } };
        Words = HeadlineWords.Of(line.Title, this.line.Provider);
        // What has no address is the same where the same outlet says the same.
        if (Addresses is [])
            Addresses = [$"\n{Outlet}\n{Words.Text}"];
    }

    public CoverageLine Line => line;

    public IReadOnlyList<string> Addresses { get; }

    public HeadlineWords Words { get; }

    public string Outlet => line.Outlet;

    /// <summary>Which of two that are the same tells more.</summary>
    public int Filled => (line.ArticleId is null ? 0 : 100)
        + (line.Link is null ? 0 : 1) + (line.Excerpt.Length > 0 ? 1 : 0) + (line.PublishedAt is null ? 0 : 1)
        + (line.Quality is null ? 0 : 1) + (line.Image is null ? 0 : 1) + (line.Provider.Name.Length > 0 ? 1 : 0);

    public static IEnumerable<CoverageItem> Of(Article article) => article.Related.OfType<RelatedArticle>().Select(Of).Prepend(new(
        new()
        {
            Title = article.Title,
            Excerpt = article.Excerpt,
            Provider = article.Provider,
            Link = FirstWeb(article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl),
            PublishedAt = article.PublishedAt,
            Type = article.Type,
            Quality = article.Quality,
            Image = article.Images is [var image, ..] ? image : null,
            ArticleId = article.Id,
        },
        [article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl]));

    static CoverageItem Of(RelatedArticle related) => new(
        new()
        {
            Title = related.Title,
            Excerpt = related.Excerpt,
            Provider = related.Provider,
            Link = FirstWeb(related.Link, related.AmpWebUrl, related.CdnAmpWebUrl),
            PublishedAt = related.PublishedAt,
            Type = related.Type,
            Quality = related.Quality,
            Image = related.Image,
        },
        [related.Link, related.AmpWebUrl, related.CdnAmpWebUrl]);

    static Uri? FirstWeb(params ReadOnlySpan<Uri?> links)
    {
        foreach (var link in links)
        {
            if (link is not null && IsWeb(link))
                return link;
        }

        return null;
    }

    static bool IsWeb(Uri link) => link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps);

    static string HostOf(string key) => key.AsSpan().IndexOfAny("/?#") is >= 0 and var end ? key[..end] : key;
}
