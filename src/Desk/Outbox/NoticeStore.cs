using Dapper;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(NoticeKind), typeof(NameHandler<NoticeKind>))]

namespace Desk.Outbox;

/// <summary>What somebody must know of a channel.</summary>
public sealed record Notice
{
    public required long Id { get; init; }

    /// <summary>What names it in its message.</summary>
    public required long PublicKey { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The channel that it is about.</summary>
    public required string About { get; init; }

    /// <summary>For moderators; of a flood, its <see cref="Flood.Key"/>.</summary>
    public required string Reason { get; init; }
}

public enum NoticeKind
{
    /// <summary>The channel refused what was posted, and gets nothing for now.</summary>
    Paused,

    /// <summary>Cards of an announcement channel were not published.</summary>
    Unpublished,

    /// <summary>A rule can't be used any more, so that nothing is decided for the channel.</summary>
    Unusable,

    /// <summary>The channel got more new stories at once than its rules allow.</summary>
    Flood,
}

/// <summary>The notices that were queued.</summary>
public sealed class NoticeStore(DeskDatabase database)
{
    public Task<Notice?> NoticeAsync(long id, CancellationToken ct) => database.ReadAsync<Notice?>(
        async session => await session.QuerySingleOrDefaultAsync<Notice>(
            """
            select id, public_key, kind, about, reason
            from notices
            where id = @id
            """,
            new { id }),
        ct);
}
