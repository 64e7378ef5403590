using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>What a message that was just posted brings about, inside the transaction that records it.</summary>
static class AfterPosting
{
    public static Task GoOnAsync(SqliteConnection connection, SqliteTransaction transaction, Delivery delivery, PostedMessage posted, DateTimeOffset now) =>
        (delivery.Kind, delivery.Destination) switch
        {
            (DeliveryKind.Digest, _) => BringAsync(connection, transaction, delivery, posted),
            (DeliveryKind.Story, Destination.Announcement) => Outbox.QueueAsync(connection, transaction, delivery.Channel, DeliveryKind.Publication, delivery.Id, UtcText.Of(now)),
            (DeliveryKind.Story, Destination.Forum) => DevelopAsync(connection, transaction, delivery, now),
            _ => Task.CompletedTask,
        };

    /// <summary>The digest's stories are in the channel by it.</summary>
    static async Task BringAsync(SqliteConnection connection, SqliteTransaction transaction, Delivery digest, PostedMessage posted) => await connection.ExecuteAsync(
        """
        update deliveries
        set state = 'sent', reason = null, sent_edition = edition, message = @message, sent_at = @sentAt
        where digest_id = @SubjectId
          and kind = 'story'
        """,
        new { digest.SubjectId, message = posted.Id, sentAt = UtcText.Of(posted.SentAt) },
        transaction);

    /// <summary>A forum's post is told of what takes up its story from now on, and is settled when that ends.</summary>
    static async Task DevelopAsync(SqliteConnection connection, SqliteTransaction transaction, Delivery card, DateTimeOffset now)
    {
        await Outbox.QueueAsync(connection, transaction, card.Channel, DeliveryKind.Status, card.Id, UtcText.Of(now), due: UtcText.Of(now + ForumPost.SettlesAfter));
        if (await StoryStore.StoryAsync(connection, transaction, card.SubjectId, now) is { } story)
            await NewCoverage.WatchAsync(connection, transaction, story);
    }
}
