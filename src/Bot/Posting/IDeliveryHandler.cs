using Desk.Outbox;

namespace Bot.Posting;

/// <summary>Writes what the deliveries of one kind say.</summary>
interface IDeliveryHandler
{
    DeliveryKind Kind { get; }

    /// <summary>What is to be done now for a delivery that is due: also for one that was sent, and is to be edited.</summary>
    Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct);

    /// <summary>By what to look for a message that an earlier attempt may have sent; null where doing it again does no harm.</summary>
    Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct);
}
