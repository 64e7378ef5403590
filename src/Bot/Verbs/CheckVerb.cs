using System.CommandLine;
using Bot.Hosting;
using News.Importing;
using News.Reading;

namespace Bot.Verbs;

/// <summary><c>check [DIR]</c>: every problem of the content folder, without touching the database.</summary>
static class CheckVerb
{
    static readonly Argument<string?> Folder = new("DIR") { Description = "The folder to check (otherwise --content)", Arity = ArgumentArity.ZeroOrOne };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("check", "Tell every problem of the articles as path:line:column, and exit with 1 if there is any") { Folder };
        command.SetAction(CheckAsync);
        return command;
    }

    static async Task<int> CheckAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return 1;

        try
        {
            var given = parsed.GetValue(Folder) ?? settings.Content.Folder;
            var folder = new ContentFolder(given);
            var files = folder.Files();
            var problems = await ImportBar.ShowAsync(progress => Task.FromResult(Problems(folder, files, progress)));

            foreach (var problem in problems)
                Console.WriteLine(problem.In(given));
            Console.WriteLine(Summary(files.Count(file => file.Kind is ContentKind.Article), problems));
            return problems is [] ? 0 : 1;
        }
        catch (DirectoryNotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 1;
        }
    }

    static List<ContentProblem> Problems(ContentFolder folder, IReadOnlyList<ContentFile> files, IProgress<ImportProgress>? progress)
    {
        var problems = new List<ContentProblem>();
        foreach (var (looked, file) in files.Index())
        {
            progress?.Report(new(looked, files.Count));
            problems.AddRange(folder.Problems(file));
        }

        return problems;
    }

    static string Summary(int files, List<ContentProblem> problems) => problems is []
        ? $"{Count(files, "article")}, no problems."
        : $"{Count(files, "article")}, {Count(problems.Count, "problem")} in {Count(problems.Select(problem => problem.Path).Distinct().Count(), "file")}.";

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
