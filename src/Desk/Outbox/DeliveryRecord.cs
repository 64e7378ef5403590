using Dapper;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(DeliveryState), typeof(NameHandler<DeliveryState>))]

namespace Desk.Outbox;

/// <summary>What became of a delivery so far, for moderators to look up.</summary>
public sealed record DeliveryRecord
{
    public required long Id { get; init; }

    public required string Channel { get; init; }

    public required DeliveryKind Kind { get; init; }

    /// <summary>The key of what it tells.</summary>
    public required long SubjectId { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>Why it is so; null where nothing needs to be said.</summary>
    public string? Reason { get; init; }

    /// <summary>The title of the article that its story began with; null where it tells no story.</summary>
    public string? Title { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>In UTC; null where it is not there.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Until when a rule last made it wait, in UTC; null if none ever did.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The message's address; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>Where the message stands, where that is not the channel itself.</summary>
    public string? Place { get; init; }

    /// <summary>Whether a digest brought it, or is to bring it.</summary>
    public bool IsInDigest { get; init; }

    /// <summary>Whether a moderator asked for it.</summary>
    public bool IsOrdered { get; init; }
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>A rule has it wait.</summary>
    Held,

    /// <summary>It is due.</summary>
    Pending,

    Sending,

    /// <summary>It is in the channel, or was.</summary>
    Sent,

    /// <summary>It could not be sent, and is not tried again.</summary>
    Failed,

    /// <summary>It is not sent.</summary>
    Skipped,
}
