using System.CommandLine;
using News.Importing;
using News.Reading;

namespace Bot.Verbs;

/// <summary><c>check [DIR]</c>: every problem of the content folder, without touching the database.</summary>
static class CheckVerb
{
    static readonly Argument<string?> Folder = new("DIR") { Description = "The folder to check (otherwise --content)", Arity = ArgumentArity.ZeroOrOne };

    static readonly Option<string> Format = new("--format")
    {
        Description = "text, github (annotations of a workflow run) or json",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    };

    static readonly Option<bool> Strict = new("--strict") { Description = "Take warnings for errors" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        Format.AcceptOnlyFromAmong([.. ProblemFormats.All.Keys]);
        var command = new Command("check", "Tell every problem of the articles with its place; exit with 1 if there is an error") { Folder, Format, Strict };
        command.SetAction((parsed, ct) => Workbench.RunAsync(parsed, parsed.GetValue(Folder), isTemporary: true, (_, report) => Task.FromResult(Tell(parsed, report)), ct));
        return command;
    }

    static int Tell(ParseResult parsed, ImportReport report)
    {
        // As the maintainer named the folder, so that paths lead there from where they are.
        var folder = parsed.GetValue(Folder) ?? ProgramOptions.Settings(parsed)!.Content.Folder;
        var problems = report.Problems
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .Select(problem => problem.In(folder))
            .ToList();
        var format = parsed.GetValue(Format)!;
        Console.Write(ProblemFormats.All[format](problems));
        // A person reads on to the end; a program wants the problems alone.
        (format == "text" ? Console.Out : Console.Error).WriteLine(Summary(report.Files, problems));
        return problems.Exists(problem => problem.Severity is ContentSeverity.Error || parsed.GetValue(Strict)) ? ExitCodes.Wrong : ExitCodes.Done;
    }

    static string Summary(int files, List<ContentProblem> problems)
    {
        var errors = problems.Count(problem => problem.Severity is ContentSeverity.Error);
        return (errors, problems.Count - errors) switch
        {
            (0, 0) => $"{Count(files, "article")}, no problems.",
            (0, var warnings) => $"{Count(files, "article")}, {Count(warnings, "warning")}.",
            (_, 0) => $"{Count(files, "article")}, {Count(errors, "error")} in {Files(problems)}.",
            (_, var warnings) => $"{Count(files, "article")}, {Count(errors, "error")} and {Count(warnings, "warning")} in {Files(problems)}.",
        };
    }

    static string Files(List<ContentProblem> problems) => Count(problems.DistinctBy(problem => problem.Path).Count(), "file");

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
