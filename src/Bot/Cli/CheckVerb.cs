using System.CommandLine;
using Articles.Files;
using Desk.Importing;

namespace Bot.Cli;

/// <summary><c>check [PATH]</c>: every problem in the content folder, or in one file. It doesn't touch the database.</summary>
static class CheckVerb
{
    static readonly Argument<string?> Target = new("PATH")
    {
        Description = "The folder or the file to check (default: --content)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string> Format = new("--format")
    {
        Description = "text, github (annotations in a workflow run) or json",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    };

    static readonly Option<bool> Strict = new("--strict") { Description = "Treat warnings as errors" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        Format.AcceptOnlyFromAmong([.. ProblemFormats.All.Keys]);
        var command = new Command("check", "Print every problem in the articles with its place; exit with 1 if there is an error")
        {
            Target, Format, Strict,
        };
        command.SetAction(CheckAsync);
        return command;
    }

    static async Task<int> CheckAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;

        // As it was typed, so that the paths work from the current folder.
        var target = parsed.GetValue(Target) ?? settings.Content.Folder;
        if (File.Exists(target))
            return await CheckFileAsync(parsed, target, settings.Content.Folder, ct);
        if (Path.HasExtension(target) && !Directory.Exists(target))
            return Unusable($"There is no file at {target}.");
        return await CliSession.RunAsync(
            parsed,
            target,
            isTemporary: true,
            (_, report) => Task.FromResult(Print(parsed, target, report.Problems, Count(report.Files, "article"))),
            ct);
    }

    /// <summary>Other files count too: an article may be in two of them, and its topic in a third.</summary>
    static async Task<int> CheckFileAsync(ParseResult parsed, string file, string contentFolder, CancellationToken ct)
    {
        if (ContentPath.Of(file, contentFolder) is not { } place)
        {
            var folder = Path.GetDirectoryName(file)!;
            var parent = new ContentFolder(Path.GetFullPath(folder.Length == 0 ? "." : folder));
            var reading = parent.Read(Path.GetFileName(file), TimeProvider.System.GetUtcNow());
            return Print(parsed, folder, reading.Problems, "1 article");
        }

        return await CliSession.RunAsync(
            parsed, place.Folder, isTemporary: true, (session, report) => Task.FromResult(Checked(session, report)), ct);

        int Checked(CliSession session, ImportReport report)
        {
            var there = session.Get<ContentFolder>().Files().Where(one => one.Path == place.Path).Select(one => one.Kind).ToList();
            return there is [var kind]
                ? Print(
                    parsed,
                    place.Folder,
                    report.Problems.Where(problem => problem.Path == place.Path),
                    kind is ContentKind.Article ? "1 article" : "1 file")
                : Unusable($"{file} is not the file of an article, a topic or an outlet, so the bot doesn't read it.");
        }
    }

    static int Unusable(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCodes.Unusable;
    }

    static int Print(ParseResult parsed, string folder, IEnumerable<ContentProblem> found, string files)
    {
        var problems = found
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .Select(problem => problem.In(folder))
            .ToList();
        var format = parsed.GetValue(Format)!;
        Console.Write(ProblemFormats.All[format](problems));
        // People read the summary below the problems; programs want only the problems.
        (format == "text" ? Console.Out : Console.Error).WriteLine(Summary(files, problems));
        var isStrict = parsed.GetValue(Strict);
        return problems.Exists(problem => isStrict || problem.Severity is ContentSeverity.Error) ? ExitCodes.Wrong : ExitCodes.Done;
    }

    static string Summary(string files, List<ContentProblem> problems)
    {
        var errors = problems.Count(problem => problem.Severity is ContentSeverity.Error);
        var found = (errors, problems.Count - errors) switch
        {
            (0, 0) => "no problems",
            (0, var warnings) => Count(warnings, "warning"),
            (_, 0) => $"{Count(errors, "error")} in {Files(problems)}",
            (_, var warnings) => $"{Count(errors, "error")} and {Count(warnings, "warning")} in {Files(problems)}",
        };
        return $"{files}, {found}.";
    }

    static string Files(List<ContentProblem> problems) => Count(problems.DistinctBy(problem => problem.Path).Count(), "file");

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
