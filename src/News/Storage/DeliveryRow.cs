namespace News.Storage;

/// <summary>A row of <c>deliveries</c> as it is claimed, and how it becomes a <see cref="Delivery"/>.</summary>
sealed record DeliveryRow
{
    public required long Id { get; init; }
    public required string Channel { get; init; }
    public required string Kind { get; init; }
    public required long SubjectId { get; init; }
    public required int Edition { get; init; }
    public required int Attempts { get; init; }
    public required string ClaimedAt { get; init; }
    public required string CreatedAt { get; init; }
    public string? Message { get; init; }
    public string? MessagePlace { get; init; }
    public long? Said { get; init; }
    public string? SentAt { get; init; }
    public string? EditedAt { get; init; }
    public string? PingedAt { get; init; }
    public string? HeldUntil { get; init; }
    public required bool IsOrdered { get; init; }
    public string? Destination { get; init; }

    public Delivery ToDelivery() => new()
    {
        Id = Id,
        Channel = Channel,
        Destination = Channel.StartsWith('@') ? News.Destination.Member : Destination is null ? News.Destination.Text : Enum.Parse<Destination>(Destination, ignoreCase: true),
        Kind = Enum.Parse<DeliveryKind>(Kind, ignoreCase: true),
        SubjectId = SubjectId,
        Edition = Edition,
        Attempt = Attempts,
        FirstClaimedAt = UtcText.Parse(ClaimedAt),
        CreatedAt = UtcText.Parse(CreatedAt),
        IsOrdered = IsOrdered,
        HeldUntil = Time(HeldUntil),
        Posted = Message is null ? null : new(Message, MessagePlace, Said, UtcText.Parse(SentAt ?? ClaimedAt)) { EditedAt = Time(EditedAt), PingedAt = Time(PingedAt) },
    };

    static DateTimeOffset? Time(string? text) => text is null ? null : UtcText.Parse(text);
}
