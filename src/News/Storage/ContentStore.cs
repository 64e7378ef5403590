using Dapper;
using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>What the database knows of the folder's files: which it has read, and what was wrong with them.</summary>
static class ContentStore
{
    /// <summary>Every problem that stands in the folder, by path and line.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> ProblemsAsync(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var rows = await connection.QueryAsync<ProblemRow>(
            """
            select path, line, column, message, is_warning
            from problems
            order by path, position
            """,
            param: null,
            transaction);
        return [.. rows.Select(row => row.ToProblem())];
    }

    public static async Task<Dictionary<string, ContentFile>> FilesAsync(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var rows = await connection.QueryAsync<FileRow>("select path, size, modified_ticks from files", param: null, transaction);
        return rows.ToDictionary(row => row.Path, row => new ContentFile(row.Path, row.Size, row.ModifiedTicks));
    }

    internal sealed record FileRow
    {
        public required string Path { get; init; }
        public required long Size { get; init; }
        public required long ModifiedTicks { get; init; }
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
