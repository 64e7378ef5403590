using Articles.Headlines;
using Articles.Text;

namespace Articles.Stories;

/// <summary>What shows which other articles are about the same event as this one.</summary>
public sealed class StoryClues
{
    readonly Lazy<Headline> headline;
    IReadOnlyCollection<long>? keys;

    StoryClues(Article article)
    {
        (Path, PublishedAt, Domain) = (article.Path, article.PublishedAt, Provider.DomainOf(article.Provider.Domain));
        (Own, var all) = Keyed([article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl]);
        Links = all;
        (Listed, _) = Keyed(article.Related.SelectMany(related => (Uri?[])[related.Link, related.AmpWebUrl, related.CdnAmpWebUrl]));
        var (title, provider, excerpt) = (article.Title, article.Provider, article.Excerpt);
        headline = new(() => Headline.Of(title, provider, excerpt));
    }

    /// <summary>The article's own addresses as their <see cref="LinkKey"/>.</summary>
    public IReadOnlyCollection<string> Links { get; }

    /// <summary>The article's own addresses by their <see cref="LinkKey"/>, without home pages, which any story may have.</summary>
    public IReadOnlyDictionary<string, Uri> Own { get; }

    /// <summary>The addresses of its related items by their <see cref="LinkKey"/>.</summary>
    public IReadOnlyDictionary<string, Uri> Listed { get; }

    internal string Path { get; }

    internal DateTimeOffset PublishedAt { get; }

    internal string Domain { get; }

    internal Headline Headline => headline.Value;

    public static StoryClues Of(Article article) => new(article);

    /// <summary>
    /// Hashes, the same in every run. Articles without a common key are not of one story, whatever the evidence. They take a while to
    /// compute, the first time.
    /// </summary>
    public IReadOnlyCollection<long> Keys() => keys ??=
        [.. Own.Keys.Concat(Listed.Keys).Select(KeyOf).Concat(Headline.Keys()).Distinct()];

    /// <summary>What articles that have or list an address have among their <see cref="Keys"/>.</summary>
    /// <param name="link">See <see cref="LinkKey"/>.</param>
    public static long KeyOf(string link) => StableHash.Of(link);

    static (Dictionary<string, Uri> Pages, List<string> All) Keyed(IEnumerable<Uri?> links)
    {
        var (pages, all) = (new Dictionary<string, Uri>(StringComparer.Ordinal), new List<string>());
        foreach (var link in links)
        {
            if (link is null || LinkKey.Of(link) is not { } key)
                continue;
            if (!all.Contains(key, StringComparer.Ordinal))
                all.Add(key);
            if (key.AsSpan().IndexOfAny("/?#") >= 0)
                pages.TryAdd(key, link);
        }

        return (pages, all);
    }
}

/// <summary>Why two articles are about the same event. It depends on these two alone, and not on their order.</summary>
public static class StoryEvidence
{
    /// <summary>Lists link to earlier coverage; what is further apart is background.</summary>
    public static readonly TimeSpan LinksWithin = TimeSpan.FromDays(14);

    /// <summary>The same headline a week later is another installment.</summary>
    static readonly TimeSpan HeadlinesWithin = TimeSpan.FromDays(3);

    /// <summary>One link in common may be a background piece that everybody links to.</summary>
    const int EnoughShared = 2;

    /// <returns>The reason, for people to read; null if there is none.</returns>
    public static string? Between(StoryClues one, StoryClues other)
    {
        if (string.CompareOrdinal(one.Path, other.Path) > 0)
            (one, other) = (other, one);
        var apart = (one.PublishedAt - other.PublishedAt).Duration();
        if (apart > LinksWithin)
            return null;
        return Lists(one, other) ?? Lists(other, one) ?? ListsShare(one, other)
            ?? (apart <= HeadlinesWithin ? HeadlinesAgree(one, other) : null);
    }

    static string? Lists(StoryClues lister, StoryClues listed)
    {
        foreach (var (key, link) in listed.Own)
        {
            if (lister.Listed.ContainsKey(key))
                return $"{lister.Path} lists {link}, which is {listed.Path}";
        }

        return null;
    }

    static string? ListsShare(StoryClues one, StoryClues other)
    {
        var shared = one.Listed.Keys.Count(other.Listed.ContainsKey);
        if (shared == 0 || (shared < EnoughShared && shared * 2 < Math.Min(one.Listed.Count, other.Listed.Count)))
            return null;
        return $"the lists of {one.Path} and {other.Path} share {(shared == 1 ? "a link" : $"{shared} links")}";
    }

    static string? HeadlinesAgree(StoryClues one, StoryClues other) =>
        one.Domain != other.Domain && one.Headline.IsSameEvent(other.Headline)
            ? $"near-equal headlines of {one.Path} and {other.Path}"
            : null;
}
