using System.CommandLine;
using Articles.Text;
using Bot.Hosting;
using Desk.Database;
using Desk.Importing;

namespace Bot.Cli;

/// <summary><c>missing [--withdraw]</c>: files that disappeared from a folder at once, so many that their articles stay.</summary>
static class MissingVerb
{
    static readonly Option<bool> Withdraw = new("--withdraw")
    {
        Description = "They are meant to be gone: the bot withdraws their articles when it next looks at the folder",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("missing", "Show files that disappeared at once, whose articles stay until you confirm") { Withdraw };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings || !ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;

        try
        {
            using var database = new DeskDatabase(settings.Content.Database);
            await ShowAsync(new(database, TimeProvider.System), settings.Content, parsed.GetValue(Withdraw), ct);
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    static async Task ShowAsync(HeldFilesStore store, ContentOptions content, bool isWithdrawn, CancellationToken ct)
    {
        var held = await store.AllAsync(ct);
        foreach (var path in held.SelectMany(files => files.Paths))
            Console.WriteLine(OneLine.Of(Path.Join(content.Folder, path)));
        var withdrawn = 0;
        foreach (var files in isWithdrawn ? held : [])
            withdrawn += await store.ConfirmAsync(files.Token, by: null, ct);
        Console.Error.WriteLine((held.Sum(files => files.Paths.Count), isWithdrawn) switch
        {
            (0, _) => "No files disappeared at once.",
            (_, true) => $"{withdrawn} files are gone for good. The bot withdraws their stories when it next looks at the folder.",
            (var missing, false) =>
                $"{missing} files disappeared at once. Put them back, or run missing --withdraw if they are meant to be gone.",
        });
    }
}
