using Bot.Cards;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>
/// Tells that something is wrong with a channel. A flood's notice is kept up to date: it says how many stories wait, or what was done
/// about them.
/// </summary>
sealed class NoticeDrafts(NoticeStore notices, FloodStore floods) : IDeliveryHandler
{
    public DeliveryKind Kind => DeliveryKind.Notice;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await notices.NoticeAsync(delivery.SubjectId, ct) is not { } notice)
            return new Draft.Skip("There is nothing left to report.");
        var flood = notice.Kind is NoticeKind.Flood ? await floods.FloodAsync(notice.Reason, ct) : null;
        if (delivery.Posted is not null && flood is null)
            return new Draft.Skip("There is nothing left to report.");
        var message = flood is null ? NoticeMessage.For(notice) : FloodMessage.For(flood);
        var heading = message.Embeds![0].Title!;
        return delivery.Posted is { } posted
            ? Draft.EditOf(posted, message, heading, () => new() { Embeds = message.Embeds, Components = message.Components })
            : new Draft.Post(message, heading);
    }

    public async Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) =>
        await notices.NoticeAsync(delivery.SubjectId, ct) switch
        {
            null => null,
            { Kind: NoticeKind.Flood } flood => new(message => FloodMessage.IsOf(flood.Reason, message)),
            var notice => new(message => NoticeMessage.IsOf(notice, message)),
        };
}
