namespace News;

/// <summary>What somebody must know of a channel.</summary>
public sealed record Notice
{
    public required long Id { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The channel that it is about.</summary>
    public required string About { get; init; }

    public required string Reason { get; init; }
}

public enum NoticeKind
{
    /// <summary>The channel refused what was posted, and gets nothing for now.</summary>
    Paused,

    /// <summary>Cards of an announcement channel were not published.</summary>
    Unpublished,
}
