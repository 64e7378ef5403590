using Dapper;
using Microsoft.Data.Sqlite;
using News.Rules;

namespace News.Storage;

/// <summary>Adds, changes and removes subscriptions inside a transaction, and notes who did it.</summary>
static class SubscriptionWriter
{
    /// <returns>How many stories are on their way to the channel by this.</returns>
    public static async Task<int> SaveAsync(SqliteConnection connection, SqliteTransaction transaction, Subscription wanted, string? by, DateTimeOffset now)
    {
        var before = (await SubscriptionRows.ReadAsync(connection, transaction, channel: wanted.Channel)).SingleOrDefault();
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
            return 0;

        await connection.ExecuteAsync(
            """
            insert into subscriptions (channel, guild, destination, latest, from_settings, chosen_by, created_at)
            values (@Channel, @Guild, @destination, @Latest, @FromSettings, @by, @now)
            on conflict (channel) do update
            set guild = excluded.guild, destination = excluded.destination, latest = excluded.latest, from_settings = excluded.from_settings
            """,
            new
            {
                subscription.Channel,
                subscription.Guild,
                destination = Outbox.Named(subscription.Destination),
                subscription.Latest,
                subscription.FromSettings,
                by,
                now = UtcText.Of(now),
            },
            transaction);
        await SubscriptionRows.SaveRulesAsync(connection, transaction, subscription.Channel, subscription.Rules);
        await Subscribers.ChangedAsync(connection, transaction);
        var changes = (before?.Rules ?? ChannelRules.Default).Changes(subscription.Rules);
        await SubscriptionLog.NoteAsync(connection, transaction, subscription.Guild, subscription.Channel, by, before is null ? ["added", .. changes] : changes, UtcText.Of(now));
        if (before is null)
            return await StoryNews.QueueLatestAsync(connection, transaction, subscription, subscription.Latest, now);
        await Outbox.ReleaseAsync(connection, transaction, subscription.Channel, UtcText.Of(now));
        return 0;
    }

    /// <summary>Removes the channel and the news that was still on its way to it.</summary>
    /// <returns>False where it was not subscribed.</returns>
    public static async Task<bool> RemoveAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string? by, DateTimeOffset now)
    {
        var removed = await connection.QueryFirstOrDefaultAsync<RemovedRow>(
            """
            delete from subscriptions
            where channel = @channel
            returning guild
            """,
            new { channel },
            transaction);
        if (removed is null)
            return false;

        await connection.ExecuteAsync(
            $"""
            delete from deliveries
            where channel = @channel
              and {Outbox.Waits}
              and kind in ('story', 'digest')
              and state in ('held', 'pending')
              and attempts = 0
            """,
            new { channel },
            transaction);
        await Subscribers.ChangedAsync(connection, transaction);
        await SubscriptionLog.NoteAsync(connection, transaction, removed.Guild, channel, by, ["removed"], UtcText.Of(now));
        return true;
    }

    internal sealed record RemovedRow
    {
        public string? Guild { get; init; }
    }
}
