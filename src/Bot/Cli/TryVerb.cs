using System.CommandLine;
using Bot.Commands;
using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;
using Spectre.Console;

namespace Bot.Cli;

/// <summary><c>try "/latest count:3"</c>: what the bot would answer, drawn in the terminal or as Discord's message JSON.</summary>
static class TryVerb
{
    static readonly Argument<string> Typed = new("COMMAND") { Description = "What a member would type, such as \"/latest count:3\"" };

    static readonly Option<string> As = new("--as")
    {
        Description = "Who types it: member or moderator", HelpName = "WHO", DefaultValueFactory = _ => "member",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        As.AcceptOnlyFromAmong("member", "moderator");
        var command = new Command("try", "Show what the bot would answer to a command") { Typed, As, ProgramOptions.Json };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>With a database, it is as the bot has it: with its stories, its channels and what it posted.</summary>
    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(ProgramOptions.Database) is null)
            return await CliSession.RunAsync(parsed, session => TryAsync(parsed, session, ct), ct);
        return ProgramOptions.Settings(parsed) is { } settings
            ? await CliSession.RunOnCopyAsync(settings, session => TryAsync(parsed, session, ct))
            : ExitCodes.Unusable;
    }

    static async Task<int> TryAsync(ParseResult parsed, CliSession session, CancellationToken ct)
    {
        var catalog = session.Get<CommandCatalog>();
        if (!TypedCall.TryParse(parsed.GetValue(Typed)!, catalog, out var call, out var mistake))
        {
            Console.Error.WriteLine(mistake);
            return ExitCodes.Wrong;
        }

        call = await InChannelAsync(call, session.Get<SubscriptionStore>(), ct);
        if (parsed.GetValue(As) == "moderator")
            call = call with { Member = new() { Permissions = Permissions.ManageGuild } };

        var command = catalog.Command(call.Name)!;
        if (command.Spec.DefaultMemberPermissions is not null && parsed.GetValue(As) != "moderator")
        {
            Console.Error.WriteLine($"/{call.Name} is for moderators. Add --as moderator.");
            return ExitCodes.Wrong;
        }

        // A terminal shows no pictures.
        var isJson = parsed.GetValue(ProgramOptions.Json);
        var reply = await command.RunAsync(call with { AllowsFiles = isJson }, ct);
        if (isJson)
            Console.WriteLine(InteractionAnswers.Of(reply).Data!.ToJson());
        else
            ReplyView.Draw(reply, AnsiConsole.Console);
        return ExitCodes.Done;
    }

    /// <summary>As if typed in the first channel of the server with the most channels; there may be none.</summary>
    static async Task<SlashCall> InChannelAsync(SlashCall call, SubscriptionStore subscriptions, CancellationToken ct)
    {
        var channels = (await subscriptions.AllAsync(ct)).Where(one => one.Guild is not null).ToLookup(one => one.Guild);
        return channels.MaxBy(guild => guild.Count())?.First() is { } first
            ? call with { GuildId = Snowflake.Parse(first.Guild!, null), ChannelId = Snowflake.Parse(first.Channel, null) }
            : call;
    }
}
