using Articles.Stories;
using Dapper;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// What follows a message that was just recorded as sent, decided in that transaction. What is to be done at Discord is queued as a
/// delivery of its own, so that its failure doesn't change what is known of the message.
/// </summary>
static class NextSteps
{
    /// <summary>What is to be done about a message of this kind, once it is in its channel.</summary>
    public static IReadOnlyList<DeliveryKind> Of(DeliveryKind kind, Destination destination, ChannelRules rules) =>
        (kind, destination) switch
        {
            (DeliveryKind.Story, Destination.Announcement) when rules.Thread => [DeliveryKind.Thread, DeliveryKind.Publication],
            (DeliveryKind.Story, Destination.Announcement) => [DeliveryKind.Publication],
            (DeliveryKind.Story, Destination.Text) when rules.Thread => [DeliveryKind.Thread],
            (DeliveryKind.Story, Destination.Forum) => [DeliveryKind.Status],
            _ => [],
        };

    public static async Task QueueAsync(DatabaseSession session, Delivery delivery, PostedMessage posted, DateTimeOffset now)
    {
        if (delivery.Kind is DeliveryKind.Digest)
        {
            var stories = await RecordStoriesAsync(session, delivery, posted);
            await DeliveryWriter.PartsChangedAsync(session, delivery.Channel, stories, now);
        }

        if (delivery.Kind is not DeliveryKind.Story)
            return;
        await DeliveryWriter.PartsChangedAsync(session, delivery.Channel, [delivery.SubjectId], now);
        var subscription = (await SubscriptionRows.ReadAsync(session, channel: delivery.Channel)).SingleOrDefault();
        var post = delivery.Destination is Destination.Forum ? await StoryStore.StoryAsync(session, delivery.SubjectId, now) : null;
        foreach (var step in Of(delivery.Kind, delivery.Destination, subscription?.Rules ?? ChannelRules.Default))
        {
            var due = step is DeliveryKind.Status ? SettlesAt(post, now) : now;
            await DeliveryWriter.QueueAsync(session, delivery.Channel, delivery.Destination, step, delivery.Id, now, due);
        }

        if (post is not null)
            await CoverageUpdateWriter.WatchAsync(session, post);
    }

    /// <summary>A story that has settled by now is looked at again all the same, but nothing hurries.</summary>
    static DateTimeOffset SettlesAt(Story? story, DateTimeOffset now) =>
        story is not null && ForumPost.SettlesAtOf(story, now) is var settles && settles > now ? settles : now + ForumPost.SettlesAfter;

    /// <summary>A digest's stories are in the channel with it.</summary>
    /// <returns>The stories.</returns>
    static async Task<IEnumerable<long>> RecordStoriesAsync(DatabaseSession session, Delivery digest, PostedMessage posted) =>
        await session.QueryAsync<long>(
            """
            update deliveries
            set state = 'sent', reason = null, sent_edition = edition, message = @message, sent_at = @SentAt
            where digest_id = @SubjectId
              and kind = 'story'
            returning subject_id
            """,
            new { digest.SubjectId, message = posted.Id, posted.SentAt });
}
