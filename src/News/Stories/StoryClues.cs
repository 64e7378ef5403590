using News.Reading;

namespace News.Stories;

/// <summary>What of an article tells which others are about the same event.</summary>
sealed class StoryClues
{
    readonly Lazy<HeadlineWords> words;

    StoryClues(Article article)
    {
        Article = article;
        Own = Keyed([article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl]);
        Listed = Keyed(article.Related.SelectMany(related => (Uri?[])[related.Link, related.AmpWebUrl, related.CdnAmpWebUrl]));
        words = new(() => HeadlineWords.Of(article.Title, article.Provider));
    }

    public Article Article { get; }

    /// <summary>Its addresses, by their keys. Home pages are none: they are the same whatever happens.</summary>
    public IReadOnlyDictionary<string, Uri> Own { get; }

    /// <summary>The addresses of what it lists as related.</summary>
    public IReadOnlyDictionary<string, Uri> Listed { get; }

    public HeadlineWords Words => words.Value;

    public static StoryClues Of(Article article) => new(article);

    /// <summary>Articles that share no key are not of one story by any evidence.</summary>
    public IReadOnlyCollection<long> Keys() => [.. Own.Keys.Concat(Listed.Keys).Select(key => StableHash.Of(key)).Concat(Words.Keys()).Distinct()];

    static Dictionary<string, Uri> Keyed(IEnumerable<Uri?> links)
    {
        var keyed = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            if (link is not null && LinkKey.Of(link) is var key && key.AsSpan().IndexOfAny("/?#") >= 0)
                keyed.TryAdd(key, link);
        }

        return keyed;
    }
}
