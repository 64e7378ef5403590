using Articles.Files;
using Dapper;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>What past imports changed, and the current problems.</summary>
public sealed class ImportStore(DeskDatabase database)
{
    const int Kept = 1000;

    /// <summary>The latest imports that changed something, latest first.</summary>
    public Task<IReadOnlyList<ImportSummary>> LatestAsync(int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<ImportSummary>> (session) =>
        {
            var rows = await session.QueryAsync<ImportSummary>(
                """
                select at, milliseconds, files, news as new, edited, touched, returned, withdrawn, broken, duplicates, unchanged
                from imports
                order by id desc
                limit @take
                """,
                new { take });
            return [.. rows];
        },
        ct);

    /// <summary>All current problems.</summary>
    public Task<IReadOnlyList<ContentProblem>> ProblemsAsync(CancellationToken ct) =>
        database.ReadAsync(ContentStore.ProblemsAsync, ct);

    internal static async Task SaveAsync(DatabaseSession session, ImportReport report)
    {
        var id = await session.QuerySingleAsync<long>(
            """
            insert into imports (at, milliseconds, files, news, edited, touched, returned, withdrawn, broken, duplicates, unchanged)
            values (@At, @milliseconds, @Files, @news, @edited, @touched, @returned, @withdrawn, @Broken, @Duplicates, @Unchanged)
            returning id
            """,
            new
            {
                report.At,
                milliseconds = (long)report.Took.TotalMilliseconds,
                report.Files,
                news = report.Count(ArticleChangeKind.New),
                edited = report.Count(ArticleChangeKind.Edited),
                touched = report.Count(ArticleChangeKind.Touched),
                returned = report.Count(ArticleChangeKind.Returned),
                withdrawn = report.Count(ArticleChangeKind.Withdrawn),
                report.Broken,
                report.Duplicates,
                report.Unchanged,
            });
        await session.ExecuteAsync("delete from imports where id <= @old", new { old = id - Kept });
    }
}

/// <summary>The numbers of an <see cref="ImportReport"/>, which are stored.</summary>
public sealed record ImportSummary
{
    /// <inheritdoc cref="ImportReport.At"/>
    public required DateTimeOffset At { get; init; }

    public TimeSpan Took => TimeSpan.FromMilliseconds(Milliseconds);

    public required int Files { get; init; }

    public required int New { get; init; }

    public required int Edited { get; init; }

    public required int Touched { get; init; }

    public required int Returned { get; init; }

    public required int Withdrawn { get; init; }

    public required int Broken { get; init; }

    public required int Duplicates { get; init; }

    public required int Unchanged { get; init; }

    public required long Milliseconds { get; init; }
}
