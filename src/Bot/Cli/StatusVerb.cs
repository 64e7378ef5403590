using System.CommandLine;
using Bot.Hosting;
using Desk.Database;
using Spectre.Console;

namespace Bot.Cli;

/// <summary><c>status</c>: how a bot is, running or not, and what its database says. It changes nothing.</summary>
static class StatusVerb
{
    const int Longest = 3600;

    static readonly Option<int?> Watch = new("--watch")
    {
        Description = "Refresh every so many seconds (default: 5) until Ctrl+C",
        HelpName = "SECONDS",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        Watch.Validators.Add(watch =>
        {
            if (watch.Tokens is [{ Value: var typed }] && !(int.TryParse(typed, out var seconds) && seconds is >= 1 and <= Longest))
                watch.AddError($"--watch \"{typed}\" is not a number of seconds. Write 1 to {Longest}.");
        });
        var command = new Command("status", "Show the bot's health, articles, deliveries, recent imports and problems") { Watch };
        command.SetAction(ShowAsync);
        return command;
    }

    static async Task<int> ShowAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (!ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;
        if (parsed.GetResult(Watch) is not null)
        {
            using var signals = new StopSignals();
            var every = TimeSpan.FromSeconds(parsed.GetValue(Watch) ?? 5);
            return await StopSignals.ExitCodeOfAsync(
                stop => StatusWatch.RunAsync(settings, every, stop), TimeProvider.System, signals.Token);
        }

        try
        {
            var snapshot = await StatusSnapshot.ReadAsync(settings, TimeProvider.System, ct);
            Output().Write(StatusView.Of(snapshot, settings.Content.Folder));
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    /// <summary>The terminal; or a file or another program, which get each line whole and without control characters.</summary>
    internal static IAnsiConsole Output()
    {
        if (AnsiConsole.Profile.Out.IsTerminal)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = AnsiConsole.Profile.Out,
        });
        plain.Profile.Width = 10_000;
        return plain;
    }
}
