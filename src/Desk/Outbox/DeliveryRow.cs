using Desk.Channels;

namespace Desk.Outbox;

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
    public DateTimeOffset? HeldUntil { get; init; }
    public required bool IsOrdered { get; init; }
    public required bool IsInFlood { get; init; }
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
        Claim = new(Owner, Epoch),
        Nonce = Nonce,
        FirstClaimedAt = ClaimedAt,
        CreatedAt = CreatedAt,
        IsOrdered = IsOrdered,
        IsInFlood = IsInFlood,
        HeldUntil = HeldUntil,
        Posted = Message is null
            ? null
            : new(Message, MessagePlace, HasUnrecordedAttempt ? null : ContentHash, SentAt ?? CreatedAt)
            {
                EditedAt = EditedAt,
                PingedAt = PingedAt,
            },
    };
}
