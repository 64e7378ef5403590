using Articles.Headlines;
using Articles.Text;

namespace Articles.Stories;

/// <summary>One of our articles or a related item, and the addresses by which it is known.</summary>
sealed class CoverageItem
{
    CoverageItem(CoverageLine line, IEnumerable<Uri?> addresses)
    {
        Addresses = [.. addresses.OfType<Uri>().Where(IsWeb).Select(LinkKey.Of).Distinct(StringComparer.Ordinal)];
        var domain = Provider.DomainOf(line.Provider.Domain);
        if (domain.Length == 0 && Addresses is [var first, ..])
            domain = HostOf(first);
        Line = line with { Provider = line.Provider with { Domain = domain } };
        Headline = Headline.Of(line.Title, Line.Provider, line.Excerpt);
        // Without addresses, items of the same outlet with the same words are the same.
        if (Addresses is [])
            Addresses = [$"\n{Outlet}\n{Headline.Text}"];
    }

    public CoverageLine Line { get; }

    public IReadOnlyList<string> Addresses { get; }

    public Headline Headline { get; }

    public string Outlet => Line.Outlet;

    /// <summary>To choose among several that are the same: ours first, then the one that says most.</summary>
    public int Filled => (Line.ArticleId is null ? 0 : 100)
        + (Line.Link is null ? 0 : 1) + (Line.Excerpt.Length > 0 ? 1 : 0) + (Line.PublishedAt is null ? 0 : 1)
        + (Line.Quality is null ? 0 : 1) + (Line.Image is null ? 0 : 1) + (Line.Provider.Name.Length > 0 ? 1 : 0);

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

/// <summary>Combines items that are the same: one address in several lists, and one text at several outlets.</summary>
static class CoverageFolding
{
    /// <summary>Excerpts are cut at different lengths; texts that start with this many equal words are the same.</summary>
    const int LongBeginning = 8;

    /// <summary>One item of each group that is connected by common addresses: ours first, then the one that says most.</summary>
    public static List<CoverageItem> ByAddress(IEnumerable<CoverageItem> items)
    {
        var all = items.ToList();
        var groups = new Components(all.Count);
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, item) in all.Index())
            foreach (var address in item.Addresses)
                if (!holders.TryAdd(address, at))
                    groups.Join(holders[address], at);
        return [.. all.Index().GroupBy(item => groups.Of(item.Index), item => item.Item).Select(same => same.MaxBy(item => item.Filled)!)];
    }

    /// <summary>The items as lines in the same order, each reprint below the first line that it repeats.</summary>
    public static List<CoverageLine> Reprints(IReadOnlyList<CoverageItem> items)
    {
        var kept = new List<(CoverageItem Item, Headline Excerpt, List<CoverageLine> Reprints)>();
        var byKey = new Dictionary<long, List<int>>();
        foreach (var item in items)
        {
            var (excerpt, keys) = (Headline.Of(item.Line.Excerpt), item.Headline.Keys().ToList());
            var original = keys.SelectMany(key => byKey.GetValueOrDefault(key, [])).Order().Distinct().Cast<int?>()
                .FirstOrDefault(at => IsReprint(item, excerpt, kept[at!.Value].Item, kept[at.Value].Excerpt));
            if (original is { } place)
            {
                kept[place].Reprints.Add(item.Line);
                continue;
            }

            foreach (var key in keys)
                (byKey.TryGetValue(key, out var places) ? places : byKey[key] = []).Add(kept.Count);
            kept.Add((item, excerpt, []));
        }

        return [.. kept.Select(line => line.Reprints is [] ? line.Item.Line : line.Item.Line with { Reprints = line.Reprints })];
    }

    static bool IsReprint(CoverageItem item, Headline excerpt, CoverageItem other, Headline otherExcerpt) =>
        item.Outlet != other.Outlet
        && item.Headline.IsSameEvent(other.Headline)
        && (excerpt.Text.Length == 0 || otherExcerpt.Text.Length == 0 || IsSameText(excerpt, otherExcerpt));

    static bool IsSameText(Headline one, Headline other) =>
        one.Text == other.Text || one.SharesWords(other) || Starts(one.Text, other.Text) || Starts(other.Text, one.Text);

    static bool Starts(string shorter, string longer) =>
        shorter.Length < longer.Length
        && longer.StartsWith(shorter, StringComparison.Ordinal)
        && shorter.AsSpan().Count(' ') >= LongBeginning - 1;
}
