using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What channels got lately, by which it is decided whether they get more now.</summary>
public sealed class RecentPosts(DeskDatabase database)
{
    /// <summary>When a channel got posts of this kind since a time, in any order. What a digest brought is none.</summary>
    public Task<IReadOnlyList<DateTimeOffset>> SentSinceAsync(
        string channel,
        DeliveryKind kind,
        DateTimeOffset since,
        CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DateTimeOffset>>(
        async session =>
        {
            var times = await session.QueryAsync<TimeValue>(
                """
                select sent_at as at
                from deliveries
                where channel = @channel
                  and sent_at > @since
                  and kind = @kind
                  and digest_id is null
                """,
                new { channel, kind, since });
            return [.. times.Select(time => time.At).OfType<DateTimeOffset>()];
        },
        ct);

    /// <summary>When a role was last pinged in the channel; null where it never was.</summary>
    public Task<DateTimeOffset?> PingedAtAsync(string channel, string role, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var pinged = await session.QuerySingleAsync<TimeValue>(
                """
                select max(pinged_at) as at
                from deliveries
                where channel = @channel
                  and sent_at is not null
                  and pinged_at is not null
                  and (pinged_roles is null or ' ' || pinged_roles || ' ' like @any)
                """,
                new { channel, any = $"% {role} %" });
            return pinged.At;
        },
        ct);
}
