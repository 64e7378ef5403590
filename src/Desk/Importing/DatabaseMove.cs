using Dapper;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Copies everything that a desk knows to a database of the other engine, from a file to a server or back.</summary>
public static class DatabaseMove
{
    const int ArticlesAtOnce = 500;

    /// <summary>
    /// Copies in one transaction, reads the copy again, and compares it with what it was made of. The database that is copied stays as it
    /// is.
    /// </summary>
    /// <param name="from">As Content:Database takes it.</param>
    /// <param name="to">The same, of the other engine; it must be new or empty.</param>
    /// <param name="mayRun">Whether a bot may run on the first one meanwhile. What it writes then isn't copied.</param>
    /// <returns>How many rows were copied.</returns>
    /// <exception cref="DatabaseException">
    /// A bot runs on one of them, the target isn't empty, both are of one engine, or one can't be used. Nothing was copied.
    /// </exception>
    public static async Task<long> RunAsync(string from, string to, bool mayRun, CancellationToken ct)
    {
        if (PostgresAddress.IsOne(from) == PostgresAddress.IsOne(to))
            throw Refused("One of the two databases must be a file, and the other one an address that begins with postgres://.");
        if (!PostgresAddress.IsOne(from) && !File.Exists(from))
            throw Refused($"There is no database at {Path.GetFullPath(from)}.");
        await using var source = await OwnedDatabase.OpenAsync(from, mayRun, ct);
        await using var target = await OwnedDatabase.OpenAsync(to, mayRun: false, ct);
        var rows = await source.Database.ReadAsync(
            reading => target.Database.WriteAsync(writing => CopyAsync(reading, writing, target.Database.Name), ct), ct);
        await target.KeepAsync(ct);
        return rows;
    }

    static async Task<long> CopyAsync(DatabaseSession reading, DatabaseSession writing, string name)
    {
        var tables = await TableContents.AllAsync((reading as SqliteSession ?? writing as SqliteSession)!);
        if (tables.Any(table => table.Name is "files" or "subscriptions" or "deliveries" && table.Sum(writing).Rows > 0))
            throw Refused($"{name} already has data. Name a new database.");
        await TableContents.DeferRulesAsync(writing);
        foreach (var table in tables)
            table.Copy(reading, writing);
        await TableContents.CountOnAsync(writing);
        await IndexAsync(writing);
        var rows = 0L;
        foreach (var table in tables)
        {
            var (expected, found) = (table.Sum(reading), table.Sum(writing));
            if (expected != found)
                throw new DatabaseException(
                    DatabaseProblem.Failed,
                    $"{table.Name} has {expected.Rows} rows, and what was copied differs ({found.Rows} rows). Nothing was changed. "
                    + "Please report this as a bug.");
            rows += found.Rows;
        }

        return rows;
    }

    /// <summary>Each engine has an index of words of its own, which is made anew.</summary>
    static async Task IndexAsync(DatabaseSession session)
    {
        var ids = (await session.QueryAsync<long>("select id from articles where removed_at is null order by id")).ToList();
        using var search = new SearchWriter(session);
        foreach (var some in ids.Chunk(ArticlesAtOnce))
        {
            foreach (var article in StoredArticles.Load(session, some, areShown: false))
                search.Add(article.Id, article);
            search.Write();
        }
    }

    static DatabaseException Refused(string why) => new(DatabaseProblem.Unreachable, why);
}
