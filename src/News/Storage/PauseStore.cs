using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Channels that get nothing for a while: because moderators say so, or because the channel refuses.</summary>
public sealed class PauseStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Posts nothing to the channel until it is resumed; what comes meanwhile is held.</summary>
    /// <returns>False where it gets no news, or is paused already.</returns>
    public async Task<bool> PauseAsync(string channel, string reason, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var isPaused = await PauseAsync(connection, transaction, channel, reason, by, isByBot: false);
        await transaction.CommitAsync(ct);
        return isPaused;
    }

    /// <summary>Posts to the channel again, what was on its way before as well.</summary>
    /// <param name="channel">Which.</param>
    /// <param name="withMissed">Whether what came during the pause is posted too, or skipped.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many stories came during the pause; null where it was not paused.</returns>
    public async Task<int?> ResumeAsync(string channel, bool withMissed, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        if ((await SubscriptionRows.ReadAsync(connection, transaction, channel: channel)).SingleOrDefault() is not { Paused: { } pause } subscription)
            return null;

        var since = UtcText.Of(pause.Since);
        var missed = await connection.QuerySingleAsync<int>(
            $"""
            select count(*)
            from deliveries
            where channel = @channel
              and {Outbox.Waits}
              and kind = 'story'
              and state in ('held', 'pending')
              and created_at >= @since
            """,
            new { channel, since },
            transaction);
        if (!withMissed)
        {
            await connection.ExecuteAsync(
                $"""
                update deliveries
                set state = 'skipped', reason = 'It came while the channel was paused.'
                where channel = @channel
                  and {Outbox.Waits}
                  and kind = 'story'
                  and state in ('held', 'pending')
                  and created_at >= @since
                """,
                new { channel, since },
                transaction);
        }

        await connection.ExecuteAsync(
            """
            update subscriptions
            set paused_at = null, pause_reason = null, is_paused_by_bot = 0
            where channel = @channel
            """,
            new { channel },
            transaction);
        await Outbox.ReleaseAsync(connection, transaction, channel, Now);
        await Subscribers.ChangedAsync(connection, transaction);
        await SubscriptionLog.NoteAsync(connection, transaction, subscription.Guild, channel, by, [withMissed ? "resumed, with what was missed" : "resumed"], Now);
        await transaction.CommitAsync(ct);
        return missed;
    }

    /// <summary>
    /// Discord refused the channel for one of its deliveries. After this happened for several, the channel is paused, and who
    /// answers for it is told once.
    /// </summary>
    /// <returns>Whether it was paused by this.</returns>
    public async Task<bool> RefusedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        const int enough = 3;
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        await connection.ExecuteAsync(
            """
            update deliveries
            set refused_at = @now
            where id = @Id
            """,
            new { delivery.Id, now = Now },
            transaction);
        var refused = await connection.QuerySingleAsync<int>(
            $"""
            select count(*)
            from deliveries
            where channel = @Channel
              and {Outbox.Waits}
              and refused_at is not null
            """,
            new { delivery.Channel },
            transaction);
        var isPaused = refused >= enough && await PauseAsync(connection, transaction, delivery.Channel, reason, by: null, isByBot: true);
        if (isPaused)
            await Notices.QueueAsync(connection, transaction, NoticeKind.Paused, delivery.Channel, reason, clock.GetUtcNow());
        await transaction.CommitAsync(ct);
        return isPaused;
    }

    string Now => UtcText.Of(clock.GetUtcNow());

    async Task<bool> PauseAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string reason, string? by, bool isByBot)
    {
        var paused = await connection.QueryFirstOrDefaultAsync<PausedRow>(
            """
            update subscriptions
            set paused_at = @now, pause_reason = @reason, is_paused_by_bot = @isByBot
            where channel = @channel
              and paused_at is null
            returning guild
            """,
            new { channel, reason, isByBot, now = Now },
            transaction);
        if (paused is null)
            return false;
        await Subscribers.ChangedAsync(connection, transaction);
        await SubscriptionLog.NoteAsync(connection, transaction, paused.Guild, channel, by, [isByBot ? $"paused by itself: {reason}" : "paused"], Now);
        return true;
    }

    internal sealed record PausedRow
    {
        public string? Guild { get; init; }
    }
}
