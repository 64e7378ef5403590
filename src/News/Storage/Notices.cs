using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>What somebody must know of a channel: the guild's channel for alerts is told, or else who chose the channel.</summary>
static class Notices
{
    /// <summary>What happens again and again is told once a day.</summary>
    static readonly TimeSpan Repeated = TimeSpan.FromDays(1);

    public static async Task QueueAsync(SqliteConnection connection, SqliteTransaction transaction, NoticeKind kind, string about, string reason, DateTimeOffset now)
    {
        var told = await connection.QueryFirstOrDefaultAsync<string?>(
            """
            select coalesce((select a.channel from alert_channels a where a.guild = s.guild and a.channel <> s.channel), nullif('@' || s.chosen_by, s.channel))
            from subscriptions s
            where s.channel = @about
              and not exists (select 1
                                from notices n
                               where n.about = @about
                                 and n.kind = @kind
                                 and n.kind <> 'paused'
                                 and n.created_at > @since)
            """,
            new { about, kind = Named(kind), since = UtcText.Of(now - Repeated) },
            transaction);
        if (told is null)
            return;

        var notice = await connection.QuerySingleAsync<long>(
            """
            insert into notices (kind, about, reason, created_at)
            values (@kind, @about, @reason, @now)
            returning id
            """,
            new { kind = Named(kind), about, reason, now = UtcText.Of(now) },
            transaction);
        await Outbox.QueueAsync(connection, transaction, told, DeliveryKind.Notice, notice, UtcText.Of(now));
    }

    static string Named(NoticeKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>What was told of channels.</summary>
public sealed class NoticeStore(NewsDatabase database)
{
    public async Task<Notice?> NoticeAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<NoticeRow>("select id, kind, about, reason from notices where id = @id", new { id });
        return row is null ? null : new() { Id = row.Id, Kind = Enum.Parse<NoticeKind>(row.Kind, ignoreCase: true), About = row.About, Reason = row.Reason };
    }

    internal sealed record NoticeRow
    {
        public required long Id { get; init; }
        public required string Kind { get; init; }
        public required string About { get; init; }
        public required string Reason { get; init; }
    }
}
