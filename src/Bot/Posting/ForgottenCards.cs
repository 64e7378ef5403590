using System.Collections.Concurrent;
using Bot.Cards;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>
/// Cards that a restored database doesn't know and that no waiting delivery will find. Their stories are queued, so that the cards are
/// found, recorded, and edited: a story may have been merged or withdrawn meanwhile, or the channel's rules may stop it by now.
/// </summary>
sealed class ForgottenCards(MessageSearch search, ForgottenCardStore store)
{
    /// <summary>The messages that were recorded or queued. Others may get their story with the next import.</summary>
    readonly ConcurrentDictionary<string, bool> settled = new();

    /// <summary>Queues the stories of forgotten cards in this delivery's channel.</summary>
    public async Task QueueAsync(Delivery delivery, CancellationToken ct)
    {
        var messages = await search.UnknownAsync(delivery, place: null, ct);
        var cards = messages
            .Where(message => !settled.ContainsKey(message.Id.ToString()))
            .Select(message => (Id: message.Id.ToString(), Key: StoryMessage.KeyOn(message)))
            .Where(card => card.Key is not null)
            .Select(card => new FoundCard(card.Id, card.Key!.Value))
            .ToList();
        foreach (var card in await store.QueueAsync(delivery.Channel, delivery.Destination, cards, ct))
            settled[card] = true;
    }
}
