namespace Desk.Outbox;

/// <summary>What an announcement channel has published lately, and what it has still to publish.</summary>
/// <param name="Waiting">The cards that wait to be published, in any order; those of stories that readers can't see are left out.</param>
/// <param name="Published">When it published its latest cards, as many as an hour allows, in UTC and in any order.</param>
public sealed record ChannelPublications(IReadOnlyList<WaitingPublication> Waiting, IReadOnlyList<DateTimeOffset> Published)
{
    /// <summary>The same by another clock.</summary>
    /// <param name="corrected">What that clock showed at a time that was noted.</param>
    public ChannelPublications By(Func<DateTimeOffset, DateTimeOffset> corrected) => new(
        [.. Waiting.Select(one => one with { CreatedAt = corrected(one.CreatedAt) })],
        [.. Published.Select(corrected)]);
}

/// <summary>A card that waits to be published.</summary>
public sealed record WaitingPublication
{
    /// <summary>The key of the publication's own delivery.</summary>
    public required long Id { get; init; }

    /// <summary>The card's address in its channel.</summary>
    public required string Message { get; init; }

    /// <summary>When the card was posted, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is looked at again, in UTC, if a limit has it wait; null if it is due, or is being published.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Whether an attempt began and nobody knows how it ended: it may be published, and is counted as if it were.</summary>
    public bool IsInDoubt { get; init; }

    public required PublicationRank Rank { get; init; }
}

/// <summary>
/// How important a story is among those that wait: first what a moderator had posted, then by the outlets that cover it, then by its
/// popularity, then by its quality, then the newest. What is unknown counts least.
/// </summary>
/// <remarks>
/// Outlets come first because every story has them, and each is a newsroom that found the story worth its pages. Popularity is known
/// only where files say it. Quality rates a text, not an event. The age of stories that wait a few hours differs too little to come
/// before any of that.
/// </remarks>
public sealed record PublicationRank
{
    /// <summary>Whether a moderator asked for the card.</summary>
    public bool IsOrdered { get; init; }

    public required int Outlets { get; init; }

    public int? Heat { get; init; }

    public int? Quality { get; init; }

    /// <summary>When its newest article was published, in UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Greater for the more important story.</summary>
    internal (bool IsOrdered, int Outlets, int Heat, int Quality, DateTimeOffset PublishedAt) Order =>
        (IsOrdered, Outlets, Heat ?? -1, Quality ?? -1, PublishedAt);
}
