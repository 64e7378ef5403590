using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What moderators have sent to a channel, whatever its rules say.</summary>
public sealed class OrderStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Puts a story on its way to a channel that never got it. One that is there, or being sent, or ordered, or settled to be in a
    /// digest, stays as it is: nothing is posted twice.
    /// </summary>
    /// <returns>False where that is so.</returns>
    public Task<bool> OrderAsync(Subscription subscription, long story, string title, string? by, CancellationToken ct) =>
        database.WriteAsync(
        async session =>
        {
            var now = clock.GetUtcNow();
            // What was given up or left out is not in the channel: an earlier attempt was looked for before that was decided.
            var ordered = await session.ExecuteAsync(
                """
                insert into deliveries (channel, destination, kind, subject_id, state, due_at, created_at, is_ordered, trace)
                values (@Channel, @Destination, 'story', @story, 'pending', @now, @now, 1, @trace)
                on conflict (channel, kind, subject_id) do update
                set attempts = case when deliveries.state in ('failed', 'skipped') then 0 else deliveries.attempts end,
                    claimed_at = case when deliveries.state in ('failed', 'skipped') then null else deliveries.claimed_at end,
                    state = 'pending', reason = null, due_at = @now, held_until = null, digest_id = null, refused_at = null, is_ordered = 1,
                    flood_id = null, may_return = 0, trace = excluded.trace
                where deliveries.state in ('failed', 'skipped')
                   or (deliveries.state = 'held' and deliveries.digest_id is null)
                   or (deliveries.state = 'pending' and deliveries.is_ordered = 0)
                """,
                new { subscription.Channel, subscription.Destination, story, now, trace = OutboxTraces.Current });
            if (ordered == 0)
                return false;
            await SubscriptionLog.NoteAsync(session, subscription.Guild, subscription.Channel, by, [$"sent “{title}” on demand"], now);
            return true;
        },
        ct);
}
