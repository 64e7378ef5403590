using Articles.Files;
using Dapper;
using Desk.Database;

namespace Desk.Outbox;

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
    const int MostOfKind = 200;

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

    /// <summary>
    /// Each problem that was noted before stays. Of the others of a kind, one stands for all if there are very many: a message that lists
    /// them helps nobody, and writing them takes long.
    /// </summary>
    public static IEnumerable<ContentProblem> Bounded(IReadOnlyList<ContentProblem> standing, IReadOnlyList<NotedProblem> noted)
    {
        if (standing.Count <= MostOfKind && noted.All(problem => problem.Path != ContentProblem.WholeFolder))
            return standing;
        var before = noted.Select(problem => (problem.Path, problem.Message)).ToHashSet();
        return standing.GroupBy(ProblemKind.KeyOf).SelectMany(kind =>
        {
            var flood = new ContentProblem(
                ContentProblem.WholeFolder, 1, 1, $"There are very many problems of this kind: {kind.Key.Text}", kind.Key.Severity);
            var isNoted = kind.ToLookup(problem => before.Contains((problem.Path, problem.Message)));
            return isNoted[false].Count() > MostOfKind || (isNoted[false].Any() && before.Contains((flood.Path, flood.Message)))
                ? isNoted[true].Append(flood)
                : kind.AsEnumerable();
        });
    }

    public static async Task<IReadOnlyList<NotedProblem>> ReadAsync(DatabaseSession session)
    {
        var noted = await session.QueryAsync<NotedProblem>(
            """
            select path, message, nth, line, column_number as "column", is_warning
            from noted_problems
            order by path, line, column_number, message, nth
            """);
        return [.. noted];
    }

    public static async Task SaveAsync(
        DatabaseSession session,
        IEnumerable<NotedProblem> changed,
        IEnumerable<NotedProblem> gone)
    {
        foreach (var problem in changed)
        {
            await session.ExecuteAsync(
                """
                insert into noted_problems (path, message, nth, line, column_number, is_warning)
                values (@Path, @Message, @Nth, @Line, @Column, @IsWarning)
                on conflict (path, message, nth) do update
                set line = excluded.line, column_number = excluded.column_number, is_warning = excluded.is_warning
                """,
                new { problem.Path, problem.Message, problem.Nth, problem.Line, problem.Column, problem.IsWarning });
        }

        foreach (var problem in gone)
        {
            await session.ExecuteAsync(
                """
                delete from noted_problems
                where path = @Path
                  and message = @Message
                  and nth = @Nth
                """,
                new { problem.Path, problem.Message, problem.Nth });
        }
    }
}
