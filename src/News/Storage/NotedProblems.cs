using Dapper;
using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>A problem as it is known again, whatever line it stands in: lines move when something above them is edited.</summary>
sealed record NotedProblem
{
    public required string Path { get; init; }
    public required string Message { get; init; }

    /// <summary>From 0: which of those of its file that read alike.</summary>
    public int Nth { get; init; }

    public int Line { get; init; } = 1;
    public int Column { get; init; } = 1;
    public bool IsWarning { get; init; }

    public (string Path, string Message, int Nth) Key => (Path, Message, Nth);
}

/// <summary>The problems that stand in the folder, as they were last noted.</summary>
static class NotedProblems
{
    public static IReadOnlyList<NotedProblem> Of(IEnumerable<ContentProblem> problems) =>
        [.. problems
            .GroupBy(problem => (problem.Path, problem.Message))
            .SelectMany(alike => alike.Select((problem, nth) => new NotedProblem
            {
                Path = problem.Path,
                Message = problem.Message,
                Nth = nth,
                Line = problem.Line,
                Column = problem.Column,
                IsWarning = problem.Severity is ContentSeverity.Warning,
            }))];

    public static async Task<IReadOnlyList<NotedProblem>> ReadAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        var rows = await connection.QueryAsync<NotedRow>(
            """
            select path, message, nth, line, column, is_warning
            from noted_problems
            order by path, line, column, message, nth
            """,
            param: null,
            transaction);
        return [.. rows.Select(row => row.ToProblem())];
    }

    public static async Task SaveAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        IEnumerable<NotedProblem> changed,
        IEnumerable<NotedProblem> gone)
    {
        foreach (var problem in changed)
        {
            await connection.ExecuteAsync(
                """
                insert or replace into noted_problems (path, message, nth, line, column, is_warning)
                values (@Path, @Message, @Nth, @Line, @Column, @IsWarning)
                """,
                new { problem.Path, problem.Message, problem.Nth, problem.Line, problem.Column, problem.IsWarning },
                transaction);
        }

        foreach (var problem in gone)
        {
            await connection.ExecuteAsync(
                """
                delete from noted_problems
                where path = @Path
                  and message = @Message
                  and nth = @Nth
                """,
                new { problem.Path, problem.Message, problem.Nth },
                transaction);
        }
    }

    internal sealed record NotedRow
    {
        public required string Path { get; init; }
        public required string Message { get; init; }
        public required int Nth { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required bool IsWarning { get; init; }

        public NotedProblem ToProblem() => new() { Path = Path, Message = Message, Nth = Nth, Line = Line, Column = Column, IsWarning = IsWarning };
    }
}
