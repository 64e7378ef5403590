using Desk.Outbox;
using Discord.Models;

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

/// <summary>Recognizes the message that an earlier attempt sent.</summary>
/// <param name="Place">Where it would be, if that isn't the delivery's own channel.</param>
sealed record MessageMatcher(Func<Message, bool> IsMatch, string? Place = null)
{
    /// <summary>Whether it can't be another's, which may share a headline or an address; such a message is preferred.</summary>
    public Func<Message, bool> IsSure { get; init; } = IsMatch;

    /// <summary>Whether it looks like this one, but is known to be another's.</summary>
    public Func<Message, CancellationToken, Task<bool>> IsOfAnotherAsync { get; init; } = (_, _) => Task.FromResult(false);

    /// <summary>Recognizes a message that brought it together with others.</summary>
    public Func<Message, bool> Brought { get; init; } = _ => false;
}
