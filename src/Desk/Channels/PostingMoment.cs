namespace Desk.Channels;

/// <summary>The moment at which a channel's schedule is applied to a story.</summary>
/// <param name="FirstSeenAt">When readers could first see the story.</param>
/// <param name="LatestPosts">
/// When the channel got its posts of the last hour, in any order, digests excluded. Older ones are ignored.
/// </param>
/// <param name="HeldUntil">Until when an earlier decision held the story; null for the first decision.</param>
/// <param name="IsForDigest">Whether it was held for a digest.</param>
public sealed record PostingMoment(
    DateTimeOffset Now,
    DateTimeOffset FirstSeenAt,
    IReadOnlyList<DateTimeOffset>? LatestPosts = null,
    DateTimeOffset? HeldUntil = null,
    bool IsForDigest = false)
{
    /// <summary>When the story was published, by its own file; null if that doesn't matter.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>What to do with a story that the rules let through.</summary>
public abstract record PostingTime
{
    PostingTime()
    {
    }

    /// <summary>Post it, alone or in the digest that it was held for.</summary>
    public sealed record Now : PostingTime;

    /// <summary>Decide again at that time, which is later than now.</summary>
    public sealed record HoldUntil(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>Put it into the digest at that time, which is later than now. Everything in one digest has the same time.</summary>
    public sealed record ForDigest(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>Never post it.</summary>
    public sealed record TooOld(string Reason) : PostingTime;
}
