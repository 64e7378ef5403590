using Desk.Archive;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>Starts the thread under a story's card, once the card is recorded as sent.</summary>
sealed class ThreadDrafts(DeliveryHistory history, StoryStore stories) : IDeliveryHandler
{
    /// <summary>A thread that can't be started for this long is given up: nobody talks about the story any more.</summary>
    public static readonly TimeSpan WorthStarting = TimeSpan.FromDays(1);

    public DeliveryKind Kind => DeliveryKind.Thread;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        var card = await history.RecordAsync(delivery.SubjectId, ct);
        return card is { State: DeliveryState.Sent, Message: { } message, SentAt: { } sentAt }
            && await stories.OfArticleAsync(card.SubjectId, ct) is { } story
            ? new Draft.StartThread(new(message, card.Place, ContentHash: null, sentAt), story.Lead.Title)
            : new Draft.Skip("The story was withdrawn.");
    }

    public Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<MessageMatcher?>(null);
}
