using Dapper;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(DeliveryKind), typeof(NameHandler<DeliveryKind>))]

namespace Desk.Outbox;

/// <summary>One message on its way to one channel, or there and to be edited, claimed by whoever does that now.</summary>
public sealed record Delivery
{
    /// <summary>The database's key. After a restore, another delivery may get it.</summary>
    public required long Id { get; init; }

    /// <summary>The process that claimed it.</summary>
    public required string Owner { get; init; }

    /// <summary>Higher than that of every earlier claim. Together with the owner, it says whose attempt may record the outcome.</summary>
    public required long Epoch { get; init; }

    /// <summary>
    /// What makes a repeated send recognizable: random, stored before anything is sent, and the same for all attempts.
    /// </summary>
    public required string Nonce { get; init; }

    public required string Channel { get; init; }

    /// <summary>What the channel is.</summary>
    public required Destination Destination { get; init; }

    public required DeliveryKind Kind { get; init; }

    /// <summary>The key of the story, digest, alert or notice that it tells.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Counts what became of its subject since the first, which is 1.</summary>
    public required int Version { get; init; }

    /// <summary>From 1. From 2 on, an earlier attempt may have reached the channel unrecorded.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt of all began, by Discord's clock, in UTC; null if that wasn't known.</summary>
    public required DateTimeOffset? FirstClaimedAt { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether a moderator asked for it, whatever the channel's rules say.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether it waits for a moderator, because too many stories came at once.</summary>
    public bool IsInFlood { get; init; }

    /// <summary>Until when a rule of the channel held it, in UTC; null where none did.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>What queued it, or its edit, as W3C's traceparent; null if that wasn't traced.</summary>
    public string? Trace { get; init; }

    /// <summary>The message that was sent before, which is then edited; null where none was recorded.</summary>
    public required PostedMessage? Posted { get; init; }
}

/// <summary>A message in a channel, as it was last recorded.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Place">Where it stands, where that is not the channel itself: a forum's post, a member's private messages.</param>
/// <param name="ContentHash">Tells two contents apart; null if it isn't known.</param>
/// <param name="SentAt">In UTC.</param>
public sealed record PostedMessage(string Id, string? Place, long? ContentHash, DateTimeOffset SentAt)
{
    /// <summary>When it was last edited, in UTC; null where it never was.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When somebody was pinged by it, in UTC; null where nobody was.</summary>
    public DateTimeOffset? PingedAt { get; init; }

    /// <summary>The ids of the roles that it pinged, separated by spaces; null if that isn't known.</summary>
    public string? PingedRoles { get; init; }

    /// <summary>Null where it isn't a story's card, or isn't known.</summary>
    public ShownStory? Shown { get; init; }
}

/// <summary>What a story's card said when it was last sent.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Outlets">How many outlets covered the story.</param>
/// <param name="IsEmbed">Whether it was an embed. What consists of components can't become one again.</param>
public sealed record ShownStory(string Title, int Outlets, bool IsEmbed);

public enum DeliveryKind
{
    /// <summary>A story's living card.</summary>
    Story,

    /// <summary>Several stories in one message.</summary>
    Digest,

    /// <summary>What is wrong in the content folder.</summary>
    Alert,

    /// <summary>What a moderator must know of a channel.</summary>
    Notice,

    /// <summary>A card's way from an announcement channel to all that follow it. Its subject is the card's delivery.</summary>
    Publication,

    /// <summary>Outlets that took up a story: told in its post of a forum, or to a member who follows it.</summary>
    Coverage,

    /// <summary>Whether a story develops or is settled, as a tag of its post in a forum. Its subject is the card's delivery.</summary>
    Status,

    /// <summary>The thread under a card. Its subject is the card's delivery.</summary>
    Thread,
}

/// <summary>A row of <c>deliveries</c> as it is claimed, and how it becomes a <see cref="Delivery"/>.</summary>
sealed record DeliveryRow
{
    public required long Id { get; init; }
    public required string Channel { get; init; }
    public required DeliveryKind Kind { get; init; }
    public required long SubjectId { get; init; }
    public required int Version { get; init; }
    public required int Attempts { get; init; }
    public DateTimeOffset? ClaimedAt { get; init; }
    public required string Owner { get; init; }
    public required long Epoch { get; init; }
    public required string Nonce { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string? Message { get; init; }
    public string? MessagePlace { get; init; }
    public long? ContentHash { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? PingedAt { get; init; }
    public string? PingedRoles { get; init; }
    public string? ShownTitle { get; init; }
    public int? ShownOutlets { get; init; }
    public bool? ShownAsEmbed { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public required bool IsOrdered { get; init; }
    public required bool IsInFlood { get; init; }
    public string? Trace { get; init; }
    public required Destination Destination { get; init; }

    /// <summary>An earlier attempt to edit may have reached the message: nobody knows what it says.</summary>
    bool HasUnrecordedAttempt => Attempts > 1;

    public Delivery ToDelivery() => new()
    {
        Id = Id,
        Channel = Channel,
        Destination = Destination,
        Kind = Kind,
        SubjectId = SubjectId,
        Version = Version,
        Attempt = Attempts,
        Owner = Owner,
        Epoch = Epoch,
        Nonce = Nonce,
        FirstClaimedAt = ClaimedAt,
        CreatedAt = CreatedAt,
        IsOrdered = IsOrdered,
        IsInFlood = IsInFlood,
        HeldUntil = HeldUntil,
        Trace = Trace,
        Posted = Message is null
            ? null
            : new(Message, MessagePlace, HasUnrecordedAttempt ? null : ContentHash, SentAt ?? CreatedAt)
            {
                EditedAt = EditedAt,
                PingedAt = PingedAt,
                PingedRoles = PingedRoles,
                Shown = ShownTitle is null ? null : new(ShownTitle, ShownOutlets ?? 1, ShownAsEmbed ?? false),
            },
    };
}
