using Articles.Files;

namespace Bot.Hosting;

/// <summary>Problems in words, counted.</summary>
static class ProblemWords
{
    public static string Of(IReadOnlyCollection<ContentProblem> problems)
    {
        var errors = problems.Count(problem => problem.Severity is ContentSeverity.Error);
        return (errors, problems.Count - errors) switch
        {
            (0, 0) => "no problems",
            (0, var warnings) => Count(warnings, "warning"),
            (_, 0) => Count(errors, "error"),
            (_, var warnings) => $"{Count(errors, "error")} and {Count(warnings, "warning")}",
        };
    }

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
