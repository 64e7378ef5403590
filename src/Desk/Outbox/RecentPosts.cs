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

    /// <summary>The cards of an announcement channel that are there and wait to be published.</summary>
    public Task<IReadOnlyList<WaitingPublication>> WaitingPublicationsAsync(string channel, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<WaitingPublication>>(
        async session =>
        {
            var waiting = await session.QueryAsync<WaitingPublication>(
                $"""
                select p.id, d.subject_id as story_id, d.message
                from deliveries p
                join deliveries d on d.id = p.subject_id
                where p.id in (select id from deliveries where channel = @channel and {DeliveryWriter.Waits})
                  and p.kind = 'publication'
                  and d.message is not null
                """,
                new { channel });
            return [.. waiting];
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

/// <summary>A card that waits to be published.</summary>
public sealed record WaitingPublication
{
    /// <summary>The key of the publication's own delivery.</summary>
    public required long Id { get; init; }

    public required long StoryId { get; init; }

    /// <summary>The card's address in its channel.</summary>
    public required string Message { get; init; }
}
