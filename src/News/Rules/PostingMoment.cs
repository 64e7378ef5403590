namespace News.Rules;

/// <summary>When a story is decided on for a channel.</summary>
/// <param name="Now">The time.</param>
/// <param name="FirstSeenAt">When readers could first see the story.</param>
/// <param name="LatestPosts">When the channel got its posts of the last hour, in any order; digests are not among them. Older ones do no harm.</param>
/// <param name="HeldUntil">Until when an earlier decision held it; null where this is the first.</param>
/// <param name="IsForDigest">Whether it was held for a digest.</param>
public sealed record PostingMoment(
    DateTimeOffset Now,
    DateTimeOffset FirstSeenAt,
    IReadOnlyList<DateTimeOffset>? LatestPosts = null,
    DateTimeOffset? HeldUntil = null,
    bool IsForDigest = false);

/// <summary>What is to be done with a story that the rules let through.</summary>
public abstract record PostingTime
{
    PostingTime()
    {
    }

    /// <summary>It is posted, alone or in the digest that it was held for.</summary>
    public sealed record Now : PostingTime;

    /// <summary>It is decided on again at that time, which is later than now.</summary>
    public sealed record HoldUntil(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>It goes into the digest of that time, which is later than now; all that waits for one has the same time.</summary>
    public sealed record ForDigest(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>It is not posted any more.</summary>
    public sealed record TooOld(string Reason) : PostingTime;
}
