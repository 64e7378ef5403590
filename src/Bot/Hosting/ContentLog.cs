using Articles.Files;
using Desk.Importing;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Logs what imports find: at the start in one line, later each kind of problem once, with the number of the others.</summary>
sealed partial class ContentLog(ContentOptions options, ILogger<ContentService> log)
{
    const int MostKinds = 20;

    IReadOnlyList<ContentProblem>? told;

    public void Tell(ImportReport report)
    {
        if (told is null || report.ChangedAnything)
            LogLoaded(report.Files, report.Files == 1 ? "file" : "files", ImportWords.Of(report));
        TellProblems(report.Problems);
    }

    void TellProblems(IReadOnlyList<ContentProblem> problems)
    {
        if (told is not null && told.SequenceEqual(problems))
            return;
        if (told is not null)
        {
            Tell(problems.Except(told), LogProblem);
            Tell(told.Except(problems), LogFixed);
        }
        else if (problems.Count > 0)
            LogStanding(ProblemWords.Of(problems), problems.DistinctBy(problem => problem.Path).Count());

        told = problems;
    }

    void Tell(IEnumerable<ContentProblem> problems, Action<ContentProblem, string> tell)
    {
        var kinds = ProblemKind.Of(problems);
        foreach (var kind in kinds.Take(MostKinds))
            tell(kind.First.In(options.Folder), kind.Count == 1 ? "" : $" (and {kind.Count - 1} more like it)");
        if (kinds.Count > MostKinds)
            LogMore(kinds.Skip(MostKinds).Sum(kind => kind.Count));
    }

    [LoggerMessage(LogLevel.Information, "{Files} article {Noun}: {Changes}")]
    partial void LogLoaded(int files, string noun, string changes);

    [LoggerMessage(LogLevel.Warning, "{Problems} in the content folder, files: {Files}. Run status to see what they are, or check for all")]
    partial void LogStanding(string problems, int files);

    [LoggerMessage(LogLevel.Warning, "{Problem}{More}")]
    partial void LogProblem(ContentProblem problem, string more);

    [LoggerMessage(LogLevel.Information, "Fixed: {Problem}{More}")]
    partial void LogFixed(ContentProblem problem, string more);

    [LoggerMessage(LogLevel.Warning, "And {Count} problems of other kinds. Run check to list them")]
    partial void LogMore(int count);
}
