using System.CommandLine;
using Bot.Commands;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary><c>try "/latest count:3"</c>: what the bot would answer, drawn in the terminal or as Discord's message JSON.</summary>
static class TryVerb
{
    static readonly Argument<string> Typed = new("COMMAND") { Description = "What a member would type, such as \"/latest count:3\"" };

    static readonly Option<string> As = new("--as") { Description = "Who types it: member or moderator", HelpName = "WHO", DefaultValueFactory = _ => "member" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        As.AcceptOnlyFromAmong("member", "moderator");
        var command = new Command("try", "Show what the bot would answer to a command") { Typed, As, ProgramOptions.Json };
        command.SetAction((parsed, ct) => Workbench.RunAsync(parsed, bench => TryAsync(parsed, bench.Get<CommandCatalog>(), ct), ct));
        return command;
    }

    static async Task<int> TryAsync(ParseResult parsed, CommandCatalog catalog, CancellationToken ct)
    {
        var typed = parsed.GetValue(Typed)!;
        if (!TypedCommand.TryParse(typed, catalog, out var call, out var mistake))
        {
            Console.Error.WriteLine(mistake);
            return ExitCodes.Wrong;
        }

        var command = catalog.Command(call.Name)!;
        if (command.Spec.DefaultMemberPermissions is not null && parsed.GetValue(As) != "moderator")
        {
            Console.Error.WriteLine($"/{call.Name} is for moderators. Add --as moderator.");
            return ExitCodes.Wrong;
        }

        var reply = await command.RunAsync(call, ct);
        if (parsed.GetValue(ProgramOptions.Json))
            Console.WriteLine(InteractionAnswers.Of(reply).Data!.ToJson());
        else
            ReplyView.Draw(reply, AnsiConsole.Console);
        return ExitCodes.Done;
    }
}
