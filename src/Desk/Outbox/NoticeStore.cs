using Dapper;
using Desk.Database;

namespace Desk.Outbox;

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
