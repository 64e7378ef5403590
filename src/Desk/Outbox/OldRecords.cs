using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Deletes records of long ago on which nothing depends any more: messages that never change again, and what they told.
/// </summary>
/// <remarks>
/// What makes a story known stays, however old it is: articles with their files, also deleted ones, and the deliveries of stories. A
/// withdrawn story is taken out of its post at any age, and one that comes back is no news. The newest record of each kind stays, too,
/// because SQLite gives the number of the last row again once that is deleted.
/// </remarks>
public sealed class OldRecords(DeskDatabase database)
{
    /// <summary>They are found on a snapshot, and deleted a few at a time, so that no other write waits for long.</summary>
    internal const int PerWrite = 100;

    const int PerRead = 5000;

    /// <param name="before">In UTC.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct)
    {
        var deleted = 0;
        foreach (var kind in OldRecordKind.All)
            deleted += await DeleteAsync(kind, before, ct);
        return deleted;
    }

    async Task<int> DeleteAsync(OldRecordKind kind, DateTimeOffset before, CancellationToken ct)
    {
        for (var deleted = 0; ;)
        {
            var found = (await database.ReadAsync(
                session => session.QueryAsync<long>(kind.Find, new { before, most = PerRead }), ct)).ToList();
            var now = 0;
            foreach (var some in found.Chunk(PerWrite))
            {
                // What changed since it was found is left.
                now += await database.WriteAsync(
                    session => session.ExecuteAsync(kind.Delete, new { before, ids = JsonList.Of(some) }), ct);
            }

            deleted += now;
            if (found.Count < PerRead || now == 0)
                return deleted;
        }
    }
}

/// <summary>Records of one table that may be deleted.</summary>
/// <param name="Table">Its name.</param>
/// <param name="IsOld">The condition, for a row <c>r</c> and the time <c>@before</c>.</param>
sealed record OldRecordKind(string Table, string IsOld)
{
    /// <summary>
    /// Messages that are not edited any more. Of each channel, the newest message stays: from it, the channel is searched after a
    /// restore, and whether a member refuses messages is known by it.
    /// </summary>
    /// <remarks>
    /// Discord is asked to publish a card once, and again only if the card is sent again. Threads and tags of forum posts
    /// belong to cards. A digest that is a forum's post is where its stories are.
    /// </remarks>
    static readonly OldRecordKind Deliveries = new("deliveries", $"""
        r.kind in ('notice', 'alert', 'coverage', 'publication', 'digest')
        and (r.kind <> 'publication' or r.state = 'sent')
        and (r.kind <> 'digest' or r.message_place is null or r.destination = 'member')
        and r.created_at < @before
        and (r.sent_at is null or r.sent_at < @before)
        and (r.edited_at is null or r.edited_at < @before)
        and (r.state in ('failed', 'skipped') or (r.state = 'sent' and r.sent_edition >= r.edition))
        and r.refused_at is null
        and (r.sent_at is null or exists (select 1
                                            from deliveries n
                                           where n.channel = r.channel
                                             and n.kind = r.kind
                                             and n.sent_at > r.sent_at))
        and not (r.kind = 'alert' and {IsStandingAlert("r.subject_id")})
        and not (r.kind = 'notice' and {IsOpenFlood("r.subject_id")})
        """);

    /// <summary>First the messages, then what they told.</summary>
    public static IReadOnlyList<OldRecordKind> All { get; } =
    [
        Deliveries,
        new("alerts", $"r.created_at < @before and {IsUntold("alert")} and not {IsStandingAlert("r.id")}"),
        new("notices", $"r.created_at < @before and {IsUntold("notice")} and not {IsOpenFlood("r.id")}"),
        new("coverage_news", $"r.at < @before and {IsUntold("coverage")}"),
        new("digests", $"r.at < @before and {IsUntold("digest")}"),
        // By its last entry it is known that a channel of the settings was removed.
        new("subscription_changes", "r.at < @before and r.id not in (select max(id) from subscription_changes group by channel)"),
    ];

    public string Find => $"""
        select r.id
        from {Table} r
        where {Condition}
        order by r.id
        limit @most
        """;

    public string Delete => $"""
        delete from {Table}
        where id in (select r.id
                     from {Table} r
                     where r.id in {JsonList.Numbers}
                       and {Condition})
        """;

    string Condition => $"{IsOld}\nand r.id < (select max(id) from {Table})";

    static string IsUntold(string kind) =>
        $"not exists (select 1 from deliveries d where d.kind = '{kind}' and d.subject_id = r.id)";

    /// <summary>An alert changes until all its problems are fixed.</summary>
    static string IsStandingAlert(string id) => $"""
        exists (select 1
                  from alert_problems p
                 where p.alert_id = {id}
                   and (p.mended_at is null or p.mended_at >= @before))
        """;

    /// <summary>A flood's notice changes when a moderator decides.</summary>
    static string IsOpenFlood(string id) => $"""
        exists (select 1
                  from notices n
                  join floods f on f.key = n.reason
                 where n.id = {id}
                   and n.kind = 'flood'
                   and f.outcome is null)
        """;
}
