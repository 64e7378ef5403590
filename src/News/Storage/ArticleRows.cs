namespace News.Storage;

/// <summary>A row of <c>articles</c>, and how it becomes an <see cref="Article"/>.</summary>
sealed record ArticleRow
{
    public required long Id { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public required string PublishedAt { get; init; }
    public string? WebUrl { get; init; }
    public string? OriginalUrl { get; init; }
    public string? AmpWebUrl { get; init; }
    public string? CdnAmpWebUrl { get; init; }
    public required string Category { get; init; }
    public required string Type { get; init; }
    public int? Quality { get; init; }
    public int? Heat { get; init; }
    public required bool Published { get; init; }
    public required string ProviderName { get; init; }
    public required string ProviderDomain { get; init; }
    public string? ProviderIcon { get; init; }
    public required string Body { get; init; }
    public string? ListedAt { get; init; }
    public string? RemovedAt { get; init; }

    public Article ToArticle(IReadOnlyCollection<FiledTopicRow> topics, IEnumerable<ImageRow> images, IEnumerable<RelatedArticleRow> related) => new()
    {
        Id = Id,
        Path = Path,
        Title = Title,
        Excerpt = Excerpt,
        PublishedAt = UtcText.Parse(PublishedAt),
        WebUrl = Link.Of(WebUrl),
        OriginalUrl = Link.Of(OriginalUrl),
        AmpWebUrl = Link.Of(AmpWebUrl),
        CdnAmpWebUrl = Link.Of(CdnAmpWebUrl),
        Category = Category,
        Type = Type,
        Quality = Quality,
        Heat = Heat,
        Published = Published,
        Provider = new(ProviderName, ProviderDomain, Link.Of(ProviderIcon)),
        Body = Body,
        Topics = [.. topics.Select(topic => topic.Name)],
        AreTopicsInferred = topics.Any(topic => topic.IsInferred),
        Images = [.. images.Select(image => new Image(new(image.Url), image.Width, image.Height))],
        Related = [.. related.Select(row => row.ToRelatedArticle())],
    };
}

sealed record FiledTopicRow
{
    public required string Name { get; init; }
    public required bool IsInferred { get; init; }
}

sealed record ImageRow
{
    public required string Url { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
}

sealed record RelatedArticleRow
{
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public string? PublishedAt { get; init; }
    public string? Link { get; init; }
    public string? AmpWebUrl { get; init; }
    public string? CdnAmpWebUrl { get; init; }
    public required string Type { get; init; }
    public required string ProviderName { get; init; }
    public required string ProviderDomain { get; init; }
    public string? ProviderIcon { get; init; }
    public int? Quality { get; init; }
    public string? ImageUrl { get; init; }
    public int? ImageWidth { get; init; }
    public int? ImageHeight { get; init; }

    public RelatedArticle ToRelatedArticle() => new()
    {
        Title = Title,
        Excerpt = Excerpt,
        PublishedAt = PublishedAt is null ? null : UtcText.Parse(PublishedAt),
        Link = Storage.Link.Of(Link),
        AmpWebUrl = Storage.Link.Of(AmpWebUrl),
        CdnAmpWebUrl = Storage.Link.Of(CdnAmpWebUrl),
        Type = Type,
        Provider = new(ProviderName, ProviderDomain, Storage.Link.Of(ProviderIcon)),
        Quality = Quality,
        Image = ImageUrl is null ? null : new(new(ImageUrl), ImageWidth, ImageHeight),
    };
}

sealed record ProviderRow
{
    public required string Domain { get; init; }
    public required string Name { get; init; }
    public string? Icon { get; init; }
}

sealed record HeadlineRow
{
    public required long Id { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public required string PublishedAt { get; init; }
    public required string Link { get; init; }
    public required string ProviderName { get; init; }
    public required string ProviderDomain { get; init; }
    public string? ProviderIcon { get; init; }
    public string? TopicNames { get; init; }
    public required int RelatedCount { get; init; }

    public Headline ToHeadline() => new()
    {
        Id = Id,
        Path = Path,
        Title = Title,
        Excerpt = Excerpt,
        PublishedAt = UtcText.Parse(PublishedAt),
        Link = new(Link),
        Provider = new(ProviderName, ProviderDomain, Storage.Link.Of(ProviderIcon)),
        Topics = TopicNames?.Split('\u001f') ?? [],
        RelatedCount = RelatedCount,
    };
}

static class Link
{
    public static Uri? Of(string? address) => address is null ? null : new(address);
}
