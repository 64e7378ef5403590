using System.CommandLine;
using Articles.Files;
using Bot.Hosting;
using Desk.Archive;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Spectre.Console;

namespace Bot.Cli;

/// <summary><c>status</c>: what the database says about a bot, running or not. It changes nothing.</summary>
static class StatusVerb
{
    const int ImportsShown = 5;
    const int KindsShown = 20;

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("status", "Show articles, deliveries, recent imports and problems");
        command.SetAction(ShowAsync);
        return command;
    }

    static async Task<int> ShowAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (!ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;

        try
        {
            await ShowAsync(new(settings.Content.Database), settings.Content.Folder, ct);
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    static async Task ShowAsync(DeskDatabase database, string folder, CancellationToken ct)
    {
        var imports = new ImportStore(database);
        var deliveries = await new DeliveryStore(database, TimeProvider.System).CountsAsync(ct);
        var problems = await imports.ProblemsAsync(ct);

        var articles = await new ArticleStore(database).CountAsync(ct);
        var counts = deliveries.Select(one => $"{one.Count} {one.State}").DefaultIfEmpty("none");
        Console.WriteLine($"{articles} published {(articles == 1 ? "article" : "articles")} in {database.Name}");
        Console.WriteLine($"Deliveries: {string.Join(", ", counts)}");

        var table = new Table().NoBorder().AddColumns("Latest imports with changes", "");
        foreach (var import in await imports.LatestAsync(ImportsShown, ct))
            table.AddRow($"{import.At.ToLocalTime():yyyy-MM-dd HH:mm:ss}", Markup.Escape(ImportWords.Of(import)));
        AnsiConsole.Write(table);

        Console.WriteLine(problems is [] ? "No problems in the content folder." : "Problems in the content folder:");
        var kinds = ProblemKind.Of(problems);
        foreach (var kind in kinds.Take(KindsShown))
        {
            Console.WriteLine(kind.First.In(folder));
            if (kind.Count > 1)
                Console.WriteLine($"  and {kind.Count - 1} more like it: run check to list them");
        }

        if (kinds.Count > KindsShown)
            Console.WriteLine($"and {kinds.Skip(KindsShown).Sum(kind => kind.Count)} of other kinds: run check to list them");
    }
}
