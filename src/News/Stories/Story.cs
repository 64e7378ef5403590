namespace News.Stories;

/// <summary>Articles about one event, as far as readers may see them.</summary>
public sealed record Story
{
    /// <summary>The key of the article that it began with. It stays, also when that article is withdrawn, and is never another story's.</summary>
    public required long Id { get; init; }

    /// <summary>The article that stands for the story: the one of the highest quality, and among equals the earliest.</summary>
    public required Article Lead { get; init; }

    /// <summary>All its articles, the lead first, then the earliest first.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>What its articles and the articles that they list as related are, outlet by outlet.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>When readers could first see any of it, in UTC. When its articles were published may be long before.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The lead's topics, then those that only other articles have.</summary>
    public IReadOnlyList<string> Topics => [.. Articles.SelectMany(article => article.Topics).DistinctBy(Topic.SlugOf)];

    /// <summary>The highest of its articles; null where none has any.</summary>
    public int? Quality => Articles.Max(article => article.Quality);

    /// <inheritdoc cref="Quality"/>
    public int? Heat => Articles.Max(article => article.Heat);

    /// <param name="articles">At least one, in any order.</param>
    /// <param name="now">What is published later than this has no time that can be trusted; null trusts every time.</param>
    public static Story Of(long id, IReadOnlyList<Article> articles, DateTimeOffset firstSeenAt, DateTimeOffset? now = null)
    {
        var lead = LeadOf(articles);
        Article[] all = [lead, .. articles.Where(article => !ReferenceEquals(article, lead)).OrderBy(article => article.PublishedAt).ThenBy(article => article.Id)];
        return new() { Id = id, Lead = lead, Articles = all, Coverage = Coverage.Of(all, now), FirstSeenAt = firstSeenAt };
    }

    /// <summary>The one of the highest quality, then the earliest, then the one that was stored first.</summary>
    internal static Article LeadOf(IEnumerable<Article> articles) => articles
        .OrderByDescending(article => article.Quality ?? int.MinValue)
        .ThenBy(article => article.PublishedAt)
        .ThenBy(article => article.Id)
        .First();
}
