using Articles;

namespace Desk.Archive;

/// <summary>An article without its lists, as <see cref="StoredArticles"/> selects it.</summary>
sealed record ArticleRow
{
    public required long Id { get; init; }
    public required long PublicKey { get; init; }
    public long? StoryId { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public Uri? WebUrl { get; init; }
    public Uri? OriginalUrl { get; init; }
    public Uri? AmpWebUrl { get; init; }
    public Uri? CdnAmpWebUrl { get; init; }
    public required string Category { get; init; }
    public required string Type { get; init; }
    public int? Quality { get; init; }
    public int? Heat { get; init; }
    public required bool Published { get; init; }
    public required string ShownProvider { get; init; }
    public required string ProviderDomain { get; init; }
    public Uri? ShownIcon { get; init; }
    public required string Body { get; init; }
    public DateTimeOffset? ListedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }

    public Article ToArticle(IReadOnlyCollection<TopicRow> topics, IEnumerable<ImageRow> images, IEnumerable<RelatedRow> related) => new()
    {
        Id = Id,
        PublicKey = PublicKey,
        Path = Path,
        Title = Title,
        Excerpt = Excerpt,
        PublishedAt = PublishedAt,
        WebUrl = WebUrl,
        OriginalUrl = OriginalUrl,
        AmpWebUrl = AmpWebUrl,
        CdnAmpWebUrl = CdnAmpWebUrl,
        Category = Category,
        Type = Type,
        Quality = Quality,
        Heat = Heat,
        Published = Published,
        Provider = new(ShownProvider, ProviderDomain, ShownIcon),
        Body = Body,
        Topics = [.. topics.Select(topic => topic.Name)],
        AreTopicsInferred = topics.Any(topic => topic.IsInferred),
        Images = [.. images.Select(image => new Image(image.Url, image.Width, image.Height))],
        Related = [.. related.Select(row => row.ToRelatedArticle())],
    };
}

sealed record TopicRow
{
    public required long ArticleId { get; init; }
    public required string Name { get; init; }
    public required bool IsInferred { get; init; }
}

sealed record ImageRow
{
    public required long ArticleId { get; init; }
    public required Uri Url { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
}

sealed record RelatedRow
{
    public required long ArticleId { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public Uri? Link { get; init; }
    public Uri? AmpWebUrl { get; init; }
    public Uri? CdnAmpWebUrl { get; init; }
    public required string Type { get; init; }
    public required string ShownProvider { get; init; }
    public required string ProviderDomain { get; init; }
    public Uri? ShownIcon { get; init; }
    public int? Quality { get; init; }
    public Uri? ImageUrl { get; init; }
    public int? ImageWidth { get; init; }
    public int? ImageHeight { get; init; }

    public RelatedArticle ToRelatedArticle() => new()
    {
        Title = Title,
        Excerpt = Excerpt,
        PublishedAt = PublishedAt,
        Link = Link,
        AmpWebUrl = AmpWebUrl,
        CdnAmpWebUrl = CdnAmpWebUrl,
        Type = Type,
        Provider = new(ShownProvider, ProviderDomain, ShownIcon),
        Quality = Quality,
        Image = ImageUrl is null ? null : new(ImageUrl, ImageWidth, ImageHeight),
    };
}
