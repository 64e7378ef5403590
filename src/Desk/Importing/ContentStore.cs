using Articles.Files;
using Dapper;
using Desk.Database;

[module: TypeHandler(typeof(ContentSeverity), typeof(NameHandler<ContentSeverity>))]

namespace Desk.Importing;

/// <summary>The content files that were read, and their problems.</summary>
static class ContentStore
{
    /// <summary>All current problems: those within files by path and line, then those between files.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> ProblemsAsync(DatabaseSession session)
    {
        var problems = await session.QueryAsync<ContentProblem>(
            """
            select path, line, column_number as "column", message, case is_warning when 1 then 'warning' else 'error' end as severity
            from problems
            order by path, position
            """);
        // Thousands of problems share a few messages.
        var messages = new Dictionary<string, string>();
        return
        [
            .. problems.Select(problem => problem with { Message = Shared(messages, problem.Message) }),
            .. await UnreadableAsync(session),
            .. (await HeldAsync(session)).Select(held => held.Problem),
            .. await CrossReferences.ProblemsAsync(session),
        ];
    }

    static string Shared(Dictionary<string, string> texts, string text)
    {
        texts.TryAdd(text, text);
        return texts[text];
    }

    /// <summary>The entries of the folder that couldn't be listed.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> UnreadableAsync(DatabaseSession session)
    {
        var entries = await session.QueryAsync<EntryRow>("select path, message from unreadable_entries order by path");
        return [.. entries.Select(entry => new ContentProblem(entry.Path, 1, 1, entry.Message))];
    }

    public static async Task ReplaceUnreadableAsync(DatabaseSession session, IReadOnlyList<ContentProblem> problems)
    {
        await session.ExecuteAsync("delete from unreadable_entries");
        foreach (var problem in problems)
        {
            await session.ExecuteAsync(
                "insert into unreadable_entries (path, message) values (@Path, @Message)",
                new { problem.Path, problem.Message });
        }
    }

    /// <summary>The files that are held because too many disappeared at once, by the folder that lost them.</summary>
    public static async Task<IReadOnlyList<HeldFiles>> HeldAsync(DatabaseSession session)
    {
        var rows = await session.QueryAsync<HeldRow>(
            """
            select missing_from, path
            from files
            where missing_from is not null
              and is_confirmed = 0
            order by missing_from, path
            """);
        return [.. rows.GroupBy(row => row.MissingFrom, row => row.Path).Select(folder => new HeldFiles(folder.Key, [.. folder]))];
    }

    public static async Task HoldAsync(DatabaseSession session, IReadOnlyList<(string Path, string? Folder)> holds)
    {
        foreach (var (path, folder) in holds)
        {
            await session.ExecuteAsync(
                "update files set missing_from = @folder, is_confirmed = 0 where path = @path",
                new { path, folder });
        }
    }

    /// <summary>How many files only repeat another file's article.</summary>
    public static Task<int> DuplicatesAsync(DatabaseSession session) =>
        session.QuerySingleAsync<int>("select count(*) from files where duplicate_of is not null");

    /// <summary>The files as they were when they were last read, by path.</summary>
    /// <remarks>Every import reads all of them, so they are read without a record for each row.</remarks>
    public static Task<Dictionary<string, KnownFile>> FilesAsync(DatabaseSession session)
    {
        using var all = session.Prepare("select path, size, modified_ticks, hash, missing_from, is_confirmed from files");
        return Task.FromResult(all.Rows(Known).ToDictionary(known => known.File.Path));
    }

    static KnownFile Known(PreparedRow row) =>
        new(new(row.Text(0), row.Number(1), row.Number(2)), row.Number(3), row.TextOrNull(4), row.Flag(5));

    internal sealed record EntryRow
    {
        public required string Path { get; init; }
        public required string Message { get; init; }
    }

    internal sealed record HeldRow
    {
        public required string MissingFrom { get; init; }
        public required string Path { get; init; }
    }
}
