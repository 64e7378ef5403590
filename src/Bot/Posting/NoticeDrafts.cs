using Bot.Cards;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Tells that a channel was paused because it refuses what is posted, with a button to try again, or that its cards stay unpublished.</summary>
sealed class NoticeDrafts(NoticeStore notices) : IDrafts
{
    public DeliveryKind Kind => DeliveryKind.Notice;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.Posted is not null || await notices.NoticeAsync(delivery.SubjectId, ct) is not { } notice)
            return new Draft.Skip("There is nothing to tell any more.");
        var message = NoticeMessage.For(notice);
        return new Draft.Say(message, new(), message.Embeds![0].Title!);
    }

    public async Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct) =>
        await notices.NoticeAsync(delivery.SubjectId, ct) is { } notice ? new(message => NoticeMessage.IsOf(notice, message)) : null;
}
