using Dapper;

namespace News.Storage;

/// <summary>What moderators have sent to a channel, whatever its rules say.</summary>
public sealed class OrderStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Puts a story on its way to a channel that never got it. One that is there, or being sent, or ordered, or settled to be in a
    /// digest, stays as it is: nothing is posted twice.
    /// </summary>
    /// <returns>False where that is so.</returns>
    public async Task<bool> OrderAsync(Subscription subscription, long story, string title, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var now = UtcText.Of(clock.GetUtcNow());
        // What was given up or left out is not in the channel: an earlier attempt was looked for before that was decided.
        var ordered = await connection.ExecuteAsync(
            """
            insert into deliveries (channel, kind, subject_id, state, due_at, created_at, is_ordered)
            values (@Channel, 'story', @story, 'pending', @now, @now, 1)
            on conflict (channel, kind, subject_id) do update
            set attempts = case when state in ('failed', 'skipped') then 0 else attempts end,
                claimed_at = case when state in ('failed', 'skipped') then null else claimed_at end,
                state = 'pending', reason = null, due_at = @now, held_until = null, digest_id = null, refused_at = null, is_ordered = 1
            where state in ('failed', 'skipped')
               or (state = 'held' and digest_id is null)
               or (state = 'pending' and is_ordered = 0)
            """,
            new { subscription.Channel, story, now },
            transaction);
        if (ordered == 0)
            return false;
        await SubscriptionLog.NoteAsync(connection, transaction, subscription.Guild, subscription.Channel, by, [$"ordered “{title}”"], now);
        await transaction.CommitAsync(ct);
        return true;
    }
}
