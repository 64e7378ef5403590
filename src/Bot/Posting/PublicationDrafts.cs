using Desk.Channels;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>
/// Publishes cards of announcement channels to all that follow them, as many in an hour as Discord allows, the most important first.
/// </summary>
sealed class PublicationDrafts(PublicationStore publications, SubscriptionStore subscriptions, ClockJumps jumps, TimeProvider clock)
    : IDeliveryHandler
{
    /// <summary>A card that waited for so long is no news any more; or for as long as its channel's rules say, if that is less.</summary>
    public static readonly TimeSpan WorthPublishing = TimeSpan.FromHours(6);

    /// <summary>Discord lets a published message be edited three times in an hour.</summary>
    public static readonly TimeSpan BetweenEdits = TimeSpan.FromMinutes(20);

    /// <summary>For moderators.</summary>
    static readonly string Limit = $"Discord allows {PublicationTurns.PerHour} publications an hour in a channel";

    public DeliveryKind Kind => DeliveryKind.Publication;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("This channel no longer gets news.");
        if (subscription.Paused is { } pause)
            return new Draft.Hold(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());

        var worthIt = subscription.Rules.TooOldAfter < WorthPublishing ? subscription.Rules.TooOldAfter : WorthPublishing;
        var known = (await publications.OfChannelAsync(delivery, ct)).By(jumps.Corrected);
        var turn = PublicationTurns.Of(delivery.Id, known, worthIt, clock.GetUtcNow());
        await publications.CallAsync(turn.Next, ct);
        return turn switch
        {
            PublicationTurn.Now now => new Draft.Publish(new(now.Message, Place: null, ContentHash: null, clock.GetUtcNow())),
            PublicationTurn.Later later => new Draft.Hold(later.At, Waiting(later.Before)),
            // Discord was away, or the channel was paused, which holds it without an end.
            PublicationTurn.TooLate late when delivery.HeldUntil is null or { Year: >= 9000 } => new Draft.Skip(
                $"It couldn't be published within {late.After}, and is no longer news."),
            PublicationTurn.TooLate late => new Draft.LeaveUnpublished(
                $"{Limit}, and more important stories went first. After {late.After}, it is no longer news."),
            _ => new Draft.Skip("Its story was withdrawn, or merged into another."),
        };
    }

    public Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<MessageMatcher?>(null);

    /// <summary>Why it waits when Discord refuses it: what others publish isn't known.</summary>
    public static string Refused => $"{Limit}, and somebody else has published there, too.";

    static string Waiting(int before) => before switch
    {
        0 => $"{Limit}. This is the next one.",
        1 => $"{Limit}. 1 more important story goes first.",
        _ => $"{Limit}. {before} more important stories go first.",
    };
}
