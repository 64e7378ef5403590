namespace News;

/// <summary>An article as a list shows it.</summary>
public sealed record Headline
{
    public required long Id { get; init; }

    public required string Path { get; init; }

    public required string Title { get; init; }

    public required string Excerpt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Uri Link { get; init; }

    public required Provider Provider { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>How many related articles the file lists.</summary>
    public required int RelatedCount { get; init; }
}
