namespace News;

/// <summary>One news item as its file tells it. The text is decoded (no HTML entities) and not escaped for any medium.</summary>
public sealed record Article
{
    /// <summary>The store's key; 0 until the article is stored. It never changes and is never reused.</summary>
    public long Id { get; init; }

    /// <summary>The file's path below the content folder, with forward slashes: the article's identity.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    /// <summary>In UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    public Uri? WebUrl { get; init; }

    public Uri? OriginalUrl { get; init; }

    public Uri? AmpWebUrl { get; init; }

    public Uri? CdnAmpWebUrl { get; init; }

    /// <summary>Where a reader is sent: the web address, or the original one where that is all there is.</summary>
    public Uri Link => WebUrl ?? OriginalUrl!;

    public string Category { get; init; } = "";

    /// <summary><c>article</c>, <c>video</c>, …</summary>
    public string Type { get; init; } = "article";

    /// <summary>The publisher's score, mostly 0 to 100; null where it gave none.</summary>
    public int? Quality { get; init; }

    /// <summary>Popularity; null where it is unknown, which files write as -1.</summary>
    public int? Heat { get; init; }

    /// <summary>False holds the article back: it is stored, but neither listed nor posted.</summary>
    public bool Published { get; init; } = true;

    public Provider Provider { get; init; } = Provider.Unknown;

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether the file names no topics, and these are those whose keywords its words hold.</summary>
    public bool AreTopicsInferred { get; init; }

    public IReadOnlyList<Image> Images { get; init; } = [];

    /// <summary>Coverage of the same story elsewhere, in the file's order.</summary>
    public IReadOnlyList<RelatedArticle> Related { get; init; } = [];

    /// <summary>The Markdown below the front matter, as it stands.</summary>
    public string Body { get; init; } = "";
}
