namespace News;

/// <summary>An article elsewhere about the same story.</summary>
public sealed record RelatedArticle
{
    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    /// <summary>In UTC; null where the file does not say.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Null where the file gives no address; such an item is shown without a link.</summary>
    public Uri? Link { get; init; }

    public Uri? AmpWebUrl { get; init; }

    public Uri? CdnAmpWebUrl { get; init; }

    public string Type { get; init; } = "article";

    public Provider Provider { get; init; } = Provider.Unknown;

    public int? Quality { get; init; }

    public Image? Image { get; init; }
}
