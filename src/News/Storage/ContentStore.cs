using Dapper;
using Microsoft.Data.Sqlite;
using News.Importing;
using News.Reading;

namespace News.Storage;

/// <summary>What the database knows of the folder's files: which it has read, and what was wrong with them.</summary>
static class ContentStore
{
    /// <summary>Every problem that stands in the folder: those within files by path and line, then those between files.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> ProblemsAsync(SqliteConnection connection)
    {
        var rows = await connection.QueryAsync<ProblemRow>(
            """
            select path, line, column, message, is_warning
            from problems
            order by path, position
            """);
        return [.. rows.Select(row => row.ToProblem()), .. await CrossReferences.ProblemsAsync(connection)];
    }

    /// <summary>How many files only repeat the article of another.</summary>
    public static Task<int> DuplicatesAsync(SqliteConnection connection) =>
        connection.QuerySingleAsync<int>("select count(*) from files where duplicate_of is not null");

    /// <summary>The files as they were when they were last read, by path.</summary>
    public static async Task<Dictionary<string, KnownFile>> FilesAsync(SqliteConnection connection)
    {
        var rows = await connection.QueryAsync<FileRow>("select path, size, modified_ticks, hash from files");
        return rows.ToDictionary(row => row.Path, row => new KnownFile(new(row.Path, row.Size, row.ModifiedTicks), row.Hash));
    }

    internal sealed record FileRow
    {
        public required string Path { get; init; }
        public required long Size { get; init; }
        public required long ModifiedTicks { get; init; }
        public required long Hash { get; init; }
    }

    internal sealed record ProblemRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required string Message { get; init; }
        public required bool IsWarning { get; init; }

        public ContentProblem ToProblem() =>
            new(Path, Line, Column, Message, IsWarning ? ContentSeverity.Warning : ContentSeverity.Error);
    }
}
