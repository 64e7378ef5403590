using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Overviews;

/// <summary>When members last asked what is new.</summary>
public sealed class CatchUpStore(DeskDatabase database, ArchiveNamesStore names, TimeProvider clock)
{
    /// <summary>Null if the member never asked.</summary>
    public Task<DateTimeOffset?> LastAsync(string member, CancellationToken ct) => database.ReadAsync(
        async session => (await session.QuerySingleOrDefaultAsync<TimeValue>(
            "select at from catch_ups where member = @member",
            new { member }))?.At,
        ct);

    public Task AskedAsync(string member, DateTimeOffset at, CancellationToken ct) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into catch_ups (member, at)
            values (@member, @at)
            on conflict (member) do update
            set at = excluded.at
            """,
            new { member, at }),
        ct);

    /// <summary>The beginning of a time that somebody typed: "yesterday", "3 days", "seit Montag".</summary>
    /// <returns>Null if it names none, or one to come.</returns>
    public async Task<DateTimeOffset?> BeginningAsync(string typed, CancellationToken ct)
    {
        var (known, now) = (await names.NamesAsync(ct), clock.GetUtcNow());
        return ((string[])[$"since {typed}", $"the last {typed}", typed])
            .Select(text => QuestionReader.Read(text, known, now).Filters.Since)
            .FirstOrDefault(since => since < now);
    }
}
