using Dapper;
using Microsoft.Data.Sqlite;
using News.Importing;
using News.Reading;

namespace News.Storage;

/// <summary>What past imports changed, and what is wrong since.</summary>
public sealed class ImportStore(NewsDatabase database)
{
    const int Kept = 1000;

    /// <summary>The latest imports that changed something, latest first.</summary>
    public async Task<IReadOnlyList<ImportSummary>> LatestAsync(int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<ImportRow>(
            """
            select *
            from imports
            order by id desc
            limit @take
            """,
            new { take });
        return [.. rows.Select(row => row.ToSummary())];
    }

    /// <summary>Every problem that stands in the folder.</summary>
    public async Task<IReadOnlyList<ContentProblem>> ProblemsAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await ContentStore.ProblemsAsync(connection);
    }

    internal static async Task SaveAsync(SqliteConnection connection, ImportReport report)
    {
        var id = await connection.QuerySingleAsync<long>(
            """
            insert into imports (at, milliseconds, files, news, edited, touched, returned, withdrawn, broken, duplicates, unchanged)
            values (@at, @milliseconds, @Files, @news, @edited, @touched, @returned, @withdrawn, @Broken, @Duplicates, @Unchanged)
            returning id
            """,
            new
            {
                at = UtcText.Of(report.At),
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
        await connection.ExecuteAsync("delete from imports where id <= @old", new { old = id - Kept });
    }

    internal sealed record ImportRow
    {
        public required string At { get; init; }
        public required long Milliseconds { get; init; }
        public required int Files { get; init; }
        public required int News { get; init; }
        public required int Edited { get; init; }
        public required int Touched { get; init; }
        public required int Returned { get; init; }
        public required int Withdrawn { get; init; }
        public required int Broken { get; init; }
        public required int Duplicates { get; init; }
        public required int Unchanged { get; init; }

        public ImportSummary ToSummary() => new()
        {
            At = UtcText.Parse(At),
            Took = TimeSpan.FromMilliseconds(Milliseconds),
            Files = Files,
            New = News,
            Edited = Edited,
            Touched = Touched,
            Returned = Returned,
            Withdrawn = Withdrawn,
            Broken = Broken,
            Duplicates = Duplicates,
            Unchanged = Unchanged,
        };
    }
}
