namespace Articles.Stories;

/// <summary>The articles about one event that readers may see.</summary>
public sealed record Story
{
    /// <summary>
    /// The key of the article that it started with. It stays the same even if that article is withdrawn, and no other story gets it.
    /// </summary>
    public required long Id { get; init; }

    /// <summary>What names it outside the database: the <see cref="Article.PublicKey"/> of one of its articles.</summary>
    public long PublicKey => Articles.MinBy(article => article.Id)!.PublicKey;

    /// <summary>The article that represents the story: the one with the highest quality, and among equals the earliest.</summary>
    public required Article Lead { get; init; }

    /// <summary>All its articles, the lead first, then the earliest first.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Its articles and their related items, outlet by outlet.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>When readers could first see any of it, in UTC. Its articles may have been published long before.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The lead's topics, then those that only other articles have.</summary>
    public IReadOnlyList<string> Topics => [.. Articles.SelectMany(article => article.Topics).DistinctBy(Topic.SlugOf)];

    /// <summary>The highest of its articles; null if none has any.</summary>
    public int? Quality => Articles.Max(article => article.Quality);

    /// <inheritdoc cref="Quality"/>
    public int? Heat => Articles.Max(article => article.Heat);

    /// <param name="articles">At least one, in any order.</param>
    /// <param name="now">A later time of publication is not trusted; null trusts every time.</param>
    public static Story Of(long id, IReadOnlyList<Article> articles, DateTimeOffset firstSeenAt, DateTimeOffset? now = null)
    {
        var lead = LeadOf(articles);
        var others = articles.Where(article => !ReferenceEquals(article, lead));
        Article[] all = [lead, .. others.OrderBy(article => article.PublishedAt).ThenBy(article => article.Id)];
        return new() { Id = id, Lead = lead, Articles = all, Coverage = Coverage.Of(all, now), FirstSeenAt = firstSeenAt };
    }

    /// <summary>The one with the highest quality, then the earliest, then the one that was stored first.</summary>
    static Article LeadOf(IEnumerable<Article> articles) => articles
        .OrderByDescending(article => article.Quality ?? int.MinValue)
        .ThenBy(article => article.PublishedAt)
        .ThenBy(article => article.Id)
        .First();
}
