using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Messages that were found in channels after the database was restored: each channel is searched once, before anything is sent to it.
/// </summary>
public sealed class FoundMessageStore(DeskDatabase database)
{
    /// <summary>The bodies of a channel's messages; null if it wasn't searched since the restore.</summary>
    public Task<IReadOnlyList<string>?> OfAsync(string channel, RestoredDatabase restored, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>?>(
        async session =>
        {
            var isSearched = await session.QuerySingleAsync<bool>(
                "select exists (select 1 from searched_channels where channel = @channel and incarnation = @Incarnation)",
                new { channel, restored.Incarnation });
            return isSearched
                ? [.. await session.QueryAsync<string>("select body from found_messages where channel = @channel", new { channel })]
                : null;
        },
        ct);

    /// <summary>Notes that a channel was searched, and what was found.</summary>
    public Task SaveAsync(
        string channel, RestoredDatabase restored, IReadOnlyList<(string Id, string Body)> found, CancellationToken ct) =>
        database.WriteAsync(
        async session =>
        {
            foreach (var (id, body) in found)
            {
                await session.ExecuteAsync(
                    """
                    insert into found_messages (channel, message, body)
                    values (@channel, @id, @body)
                    on conflict (channel, message) do update
                    set body = excluded.body
                    """,
                    new { channel, id, body });
            }

            await session.ExecuteAsync(
                """
                insert into searched_channels (channel, incarnation)
                values (@channel, @Incarnation)
                on conflict (channel) do update
                set incarnation = excluded.incarnation
                """,
                new { channel, restored.Incarnation });
        },
        ct);

    /// <summary>A story that waits for a digest turned out to be in the channel.</summary>
    /// <param name="delivery">The key of the story's delivery.</param>
    /// <param name="isInDigest">Whether the message has other stories, too, so that it isn't edited.</param>
    public Task RecordAsync(long delivery, PostedMessage posted, bool isInDigest, CancellationToken ct) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            update deliveries
            set state = 'sent', reason = null, sent_edition = edition, attempts = 0, message = @Id, message_place = @Place,
                said = null, sent_at = @SentAt, digest_id = case when @isInDigest = 1 then 0 end
            where id = @delivery
              and message is null
            """,
            new { delivery, posted.Id, posted.Place, posted.SentAt, isInDigest }),
        ct);
}
