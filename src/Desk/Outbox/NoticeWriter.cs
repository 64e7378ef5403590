using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What somebody must know of a channel: the guild's channel for alerts is told, or else who chose the channel.</summary>
static class NoticeWriter
{
    /// <summary>What happens again and again is told once a day.</summary>
    static readonly TimeSpan Repeated = TimeSpan.FromDays(1);

    public static async Task QueueAsync(DatabaseSession session, NoticeKind kind, string about, string reason, DateTimeOffset now)
    {
        var wasTold = kind is not NoticeKind.Paused && await session.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from notices
                            where about = @about
                              and kind = @kind
                              and created_at > @since)
            """,
            new { about, kind, since = now - Repeated });
        if (!wasTold && await AnsweringAsync(session, about) is var (channel, destination))
            await QueueAsync(session, kind, about, reason, channel, destination, now);
    }

    /// <summary>
    /// One notice for each flood, which is edited while the flood grows. If nobody else answers, the channel itself is told.
    /// </summary>
    /// <param name="key">The flood's.</param>
    public static async Task QueueFloodAsync(DatabaseSession session, string about, string key, DateTimeOffset now)
    {
        if (await FloodChangedAsync(session, key, now))
            return;
        var (channel, destination) = await AnsweringAsync(session, about) ?? (about, Destination.Text);
        await QueueAsync(session, NoticeKind.Flood, about, key, channel, destination, now);
    }

    /// <summary>Has a flood's notice edited.</summary>
    /// <returns>False if there is none yet.</returns>
    public static async Task<bool> FloodChangedAsync(DatabaseSession session, string key, DateTimeOffset now)
    {
        var notice = await session.QueryFirstOrDefaultAsync<long?>(
            """
            select id
            from notices
            where kind = 'flood'
              and reason = @key
            """,
            new { key });
        if (notice is { } id)
            await DeliveryWriter.ChangedAsync(session, DeliveryKind.Notice, id, now);
        return notice is not null;
    }

    static async Task QueueAsync(
        DatabaseSession session,
        NoticeKind kind,
        string about,
        string reason,
        string channel,
        Destination destination,
        DateTimeOffset now)
    {
        var notice = await session.QuerySingleAsync<long>(
            """
            insert into notices (kind, about, reason, created_at, public_key)
            values (@kind, @about, @reason, @now, @publicKey)
            returning id
            """,
            new { kind, about, reason, now, publicKey = RandomKey.Number() });
        await DeliveryWriter.QueueAsync(session, channel, destination, DeliveryKind.Notice, notice, now);
    }

    /// <summary>Who is told about a channel; null where that is nobody but the member whose messages it is about.</summary>
    static async Task<(string Channel, Destination Destination)?> AnsweringAsync(DatabaseSession session, string about)
    {
        if ((await SubscriptionRows.ReadAsync(session, channel: about)).SingleOrDefault() is not { } subscription)
            return null;
        var alerts = await session.QueryFirstOrDefaultAsync<string?>(
            """
            select channel
            from alert_channels
            where guild = @Guild
              and channel <> @Channel
            """,
            new { subscription.Guild, subscription.Channel });
        return (alerts, subscription) switch
        {
            ({ } channel, _) => (channel, Destination.Text),
            (null, { ChosenBy: { } chooser, Destination: not Destination.Member }) => (chooser, Destination.Member),
            _ => null,
        };
    }
}
