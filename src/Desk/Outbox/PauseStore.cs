using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Channels that get nothing for a while: because moderators say so, or because the channel refuses.</summary>
public sealed class PauseStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>Posts nothing to the channel until it is resumed; what comes meanwhile is held.</summary>
    /// <returns>False where it gets no news, or is paused already.</returns>
    public Task<bool> PauseAsync(string channel, string reason, string? by, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var isPaused = await PauseAsync(session, channel, reason, by, isByBot: false);
            return isPaused;
        },
        ct);

    /// <summary>Posts to the channel again, what was on its way before as well.</summary>
    /// <param name="channel">Which.</param>
    /// <param name="withMissed">Whether what came during the pause is posted too, or skipped.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>How many stories came during the pause; null where it was not paused.</returns>
    public Task<int?> ResumeAsync(string channel, bool withMissed, string? by, CancellationToken ct) => database.WriteAsync<int?>(
        async session =>
        {
            if ((await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault() is not { Paused: { } pause } subscription)
                return null;

            var since = pause.Since;
            var missed = await session.QuerySingleAsync<int>(
                $"""
                select count(*)
                from deliveries
                where channel = @channel
                  and {DeliveryWriter.Waits}
                  and kind = 'story'
                  and state in ('held', 'pending')
                  and created_at >= @since
                """,
                new { channel, since });
            if (!withMissed)
            {
                await session.ExecuteAsync(
                    $"""
                    update deliveries
                    set state = 'skipped', reason = 'It was published while the channel was paused.'
                    where channel = @channel
                      and {DeliveryWriter.Waits}
                      and kind = 'story'
                      and state in ('held', 'pending')
                      and created_at >= @since
                    """,
                    new { channel, since });
            }

            await session.ExecuteAsync(
                """
                update subscriptions
                set paused_at = null, pause_reason = null, is_paused_by_bot = 0
                where channel = @channel
                """,
                new { channel });
            await DeliveryWriter.ReleaseAsync(session, channel, Now);
            await Subscribers.ChangedAsync(session);
            var change = withMissed ? "resumed, with missed stories" : "resumed";
            await SubscriptionLog.NoteAsync(session, subscription.Guild, channel, by, [change], Now);
            return missed;
        },
        ct);

    /// <summary>
    /// Sends at once what Discord refused before, because a moderator says that the channel works again. This ends a pause by the bot, but
    /// not one by a moderator.
    /// </summary>
    public async Task TryAgainAsync(Subscription subscription, string? by, CancellationToken ct)
    {
        if (subscription.Paused is { IsByBot: true })
            await ResumeAsync(subscription.Channel, withMissed: true, by, ct);
        else
            await database.WriteAsync(session => DeliveryWriter.ReleaseAsync(session, subscription.Channel, Now), ct);
    }

    /// <summary>
    /// Discord refused the channel for one of its deliveries. After this happened for several, the channel is paused, and who
    /// answers for it is told once.
    /// </summary>
    /// <returns>Whether it was paused by this.</returns>
    public async Task<bool> RefusedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        const int enough = 3;
        return await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    update deliveries
                    set refused_at = @now
                    where id = @Id
                    """,
                    new { delivery.Id, now = Now });
                var refused = await session.QuerySingleAsync<int>(
                    $"""
                    select count(*)
                    from deliveries
                    where channel = @Channel
                      and {DeliveryWriter.Waits}
                      and refused_at is not null
                    """,
                    new { delivery.Channel });
                var isPaused = refused >= enough && await PauseAsync(session, delivery.Channel, reason, by: null, isByBot: true);
                if (isPaused)
                    await NoticeWriter.QueueAsync(session, NoticeKind.Paused, delivery.Channel, reason, Now);
                return isPaused;
            },
            ct);
    }

    DateTimeOffset Now => clock.GetUtcNow();

    async Task<bool> PauseAsync(DatabaseSession session, string channel, string reason, string? by, bool isByBot)
    {
        if ((await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault() is not { Paused: null } subscription)
            return false;
        await session.ExecuteAsync(
            """
            update subscriptions
            set paused_at = @now, pause_reason = @reason, is_paused_by_bot = @isByBot
            where channel = @channel
            """,
            new { channel, reason, isByBot, now = Now });
        await Subscribers.ChangedAsync(session);
        var change = isByBot ? $"paused automatically: {reason}" : "paused";
        await SubscriptionLog.NoteAsync(session, subscription.Guild, channel, by, [change], Now);
        return true;
    }
}
