using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>What somebody must know of a channel that was paused: the guild's channel for alerts is told, or else who chose the channel.</summary>
static class Notices
{
    public static async Task QueueAsync(SqliteConnection connection, SqliteTransaction transaction, string about, string reason, string now)
    {
        var told = await connection.QueryFirstOrDefaultAsync<string?>(
            """
            select coalesce((select a.channel from alert_channels a where a.guild = s.guild and a.channel <> s.channel), nullif('@' || s.chosen_by, s.channel))
            from subscriptions s
            where s.channel = @about
            """,
            new { about },
            transaction);
        if (told is null)
            return;

        var notice = await connection.QuerySingleAsync<long>(
            """
            insert into notices (about, reason, created_at)
            values (@about, @reason, @now)
            returning id
            """,
            new { about, reason, now },
            transaction);
        await Outbox.QueueAsync(connection, transaction, told, DeliveryKind.Notice, notice, now);
    }
}

/// <summary>What was told of channels that were paused.</summary>
public sealed class NoticeStore(NewsDatabase database)
{
    public async Task<Notice?> NoticeAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Notice>("select id, about, reason from notices where id = @id", new { id });
    }
}

/// <summary>What somebody must know of a channel.</summary>
public sealed record Notice
{
    public required long Id { get; init; }

    /// <summary>The channel that was paused.</summary>
    public required string About { get; init; }

    public required string Reason { get; init; }
}
