using System.CommandLine;
using Bot.Hosting;
using News.Storage;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary><c>status</c>: what the database says of a bot that runs or ran, without touching anything.</summary>
static class StatusVerb
{
    const int ImportsShown = 5;

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("status", "Show what is stored, what the last imports changed, what is wrong and what was posted");
        command.SetAction(ShowAsync);
        return command;
    }

    static async Task<int> ShowAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (!File.Exists(settings.Content.Database))
        {
            Console.Error.WriteLine($"There is no database at {Path.GetFullPath(settings.Content.Database)}. The bot makes it when it first runs; name another with --database.");
            return ExitCodes.Unusable;
        }

        try
        {
            await ShowAsync(new(settings.Content.Database), settings.Content.Folder, ct);
            return ExitCodes.Done;
        }
        catch (NewsDatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    static async Task ShowAsync(NewsDatabase database, string folder, CancellationToken ct)
    {
        var imports = new ImportStore(database);
        var deliveries = await new DeliveryStore(database, TimeProvider.System).CountsAsync(ct);
        var problems = await imports.ProblemsAsync(ct);

        var articles = await new ArticleStore(database).CountAsync(ct);
        Console.WriteLine($"{articles} {(articles == 1 ? "article" : "articles")} that readers can see, in {database.Path}");
        Console.WriteLine($"Deliveries: {(deliveries is [] ? "none" : string.Join(", ", deliveries.Select(one => $"{one.Count} {one.State}")))}");

        var table = new Table().NoBorder().AddColumns("Imports that changed something", "");
        foreach (var import in await imports.LatestAsync(ImportsShown, ct))
            table.AddRow($"{import.At.ToLocalTime():yyyy-MM-dd HH:mm:ss}", Markup.Escape(ImportWords.Of(import)));
        AnsiConsole.Write(table);

        Console.WriteLine(problems is [] ? "No problems in the content folder." : "Problems in the content folder:");
        Console.Write(ProblemFormats.All["text"]([.. problems.Select(problem => problem.In(folder))]));
    }
}
