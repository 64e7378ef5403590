using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Adds, changes and removes subscriptions inside a transaction, and notes who did it.</summary>
static class SubscriptionWriter
{
    /// <remarks>A channel that is new gets its latest stories by <see cref="LatestStories.FillAsync"/>, after this transaction.</remarks>
    public static async Task SaveAsync(DatabaseSession session, Subscription wanted, string? by, DateTimeOffset now)
    {
        var before = (await SubscriptionRows.ReadAsync(session, channel: wanted.Channel)).SingleOrDefault();
        // What a channel is, the settings do not say: that is known once it was met.
        var subscription = before is null ? wanted : before with
        {
            Guild = wanted.Guild ?? before.Guild,
            Destination = wanted.FromSettings ? before.Destination : wanted.Destination,
            Rules = wanted.Rules,
            Latest = wanted.Latest,
            FromSettings = wanted.FromSettings,
        };
        if (subscription == before)
            return;

        await session.ExecuteAsync(
            """
            insert into subscriptions (channel, guild, destination, latest, from_settings, chosen_by, created_at)
            values (@Channel, @Guild, @Destination, @Latest, @FromSettings, @by, @now)
            on conflict (channel) do update
            set guild = excluded.guild, destination = excluded.destination, latest = excluded.latest, from_settings = excluded.from_settings
            """,
            new
            {
                subscription.Channel,
                subscription.Guild,
                subscription.Destination,
                subscription.Latest,
                subscription.FromSettings,
                by,
                now,
            });
        await SubscriptionRows.SaveRulesAsync(session, subscription.Channel, subscription.Rules);
        await Subscribers.ChangedAsync(session);
        var changes = (before?.Rules ?? ChannelRules.Default).Changes(subscription.Rules);
        changes = before is null ? ["added", .. changes] : changes;
        await SubscriptionLog.NoteAsync(session, subscription.Guild, subscription.Channel, by, changes, now);
        if (before is not null)
            await DeliveryWriter.ReleaseAsync(session, subscription.Channel, now);
        else if (subscription.Latest > 0)
            await LatestStories.WantAsync(session, subscription.Channel, subscription.Latest);
    }

    /// <summary>Removes the channel and the news that was still on its way to it.</summary>
    /// <returns>False where it was not subscribed.</returns>
    public static async Task<bool> RemoveAsync(DatabaseSession session, string channel, string? by, DateTimeOffset now)
    {
        if ((await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault() is not { } removed)
            return false;

        await session.ExecuteAsync("delete from subscriptions where channel = @channel", new { channel });
        await session.ExecuteAsync(
            $"""
            delete from deliveries
            where channel = @channel
              and {DeliveryWriter.Waits}
              and kind in ('story', 'digest')
              and state in ('held', 'pending')
              and attempts = 0
            """,
            new { channel });
        await UndecidedStories.ForgetAsync(session, channel);
        await Subscribers.ChangedAsync(session);
        await SubscriptionLog.NoteAsync(session, removed.Guild, channel, by, [SubscriptionLog.Removed], now);
        return true;
    }
}
