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

/// <summary>Who wrote about a story, and what, including the lead.</summary>
public sealed record Coverage
{
    /// <summary>One for each text that is not a reprint, best first: by quality, then by time; those without a time come last.</summary>
    public required IReadOnlyList<CoverageLine> Lines { get; init; }

    /// <summary>The number of different addresses, including reprints; an item without an address counts as one.</summary>
    public required int Links { get; init; }

    /// <summary>The number of different outlets, by domain.</summary>
    public required int Outlets { get; init; }

    /// <summary>The different outlets, as <see cref="CoverageLine.Outlet"/> spells them.</summary>
    public IEnumerable<string> OutletKeys =>
        All.Select(line => line.Outlet).Where(outlet => outlet.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Each line, followed by its reprints.</summary>
    public IEnumerable<CoverageLine> All => Lines.SelectMany(line => line.Reprints.Prepend(line));

    /// <summary>The number of texts that are not reprints.</summary>
    public int Independent => Lines.Count;

    /// <summary>The earliest, if times are known; it may be a reprint.</summary>
    public required CoverageLine? First { get; init; }

    /// <summary>The one with the highest quality, if any is known.</summary>
    public required CoverageLine? Best { get; init; }

    /// <summary>The newest text that is not a reprint, if times are known.</summary>
    public required CoverageLine? Latest { get; init; }

    /// <param name="articles">The articles of one story, the lead first.</param>
    /// <param name="now">A later time of publication is not trusted; null trusts every time.</param>
    public static Coverage Of(IReadOnlyList<Article> articles, DateTimeOffset? now = null)
    {
        var items = CoverageFolding.ByAddress(articles.SelectMany(CoverageItem.Of))
            .OrderByDescending(item => item.Line.Quality ?? int.MinValue)
            .ThenBy(item => Time(item.Line) ?? DateTimeOffset.MaxValue)
            .ToList();
        var lines = CoverageFolding.Reprints(items);
        var outlets = items.Select(item => item.Outlet).Where(outlet => outlet.Length > 0).Distinct(StringComparer.Ordinal);
        return new()
        {
            Lines = lines,
            Links = items.Count,
            Outlets = Math.Max(outlets.Count(), Math.Min(items.Count, 1)),
            First = items.Select(item => item.Line).Where(line => Time(line) is not null).MinBy(Time),
            Best = lines.Find(line => line.Quality is not null),
            Latest = lines.Where(line => Time(line) is not null).MaxBy(Time),
        };

        DateTimeOffset? Time(CoverageLine line) => line.PublishedAt <= (now ?? DateTimeOffset.MaxValue) ? line.PublishedAt : null;
    }
}

/// <summary>What one outlet wrote about a story.</summary>
public sealed record CoverageLine
{
    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    public Provider Provider { get; init; } = Provider.Unknown;

    /// <summary>Who wrote it, in a form to compare: its domain, or else its name; empty if neither is known.</summary>
    public string Outlet => Provider.Domain.Length > 0 ? Provider.Domain : Provider.Name.Trim().ToLowerInvariant();

    /// <summary>Null if no address is known; the line is then shown without a link.</summary>
    public Uri? Link { get; init; }

    /// <summary>In UTC; null if unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary><c>article</c>, <c>video</c>, …</summary>
    public string Type { get; init; } = "article";

    public int? Quality { get; init; }

    public Image? Image { get; init; }

    /// <summary>The key of our article; null if this is only an item in the list of another.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The same text elsewhere, in the order of <see cref="Coverage.Lines"/>.</summary>
    public IReadOnlyList<CoverageLine> Reprints { get; init; } = [];
}
