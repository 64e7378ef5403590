using System.CommandLine;
using Bot.Commands;
using Bot.Commands.Interactions;
using Bot.Meaning;
using Desk.Channels;
using Discord.Models;
using Spectre.Console;

namespace Bot.Cli;

/// <summary><c>try "/latest count:3"</c>: what the bot would answer, drawn in the terminal or as Discord's message JSON.</summary>
static class TryVerb
{
    static readonly Argument<string> Typed = new("COMMAND") { Description = "What a member would type, such as \"/latest count:3\"" };

    /// <summary>The commands that understand what is meant.</summary>
    static readonly string[] Questions = ["ask", "search"];

    /// <summary>Nobody waits longer in a terminal. Older articles are found by words, unless the bot's database has them.</summary>
    const int MostRead = 1000;

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
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        return parsed.GetValue(ProgramOptions.Database) is null
            ? await CliSession.RunAsync(parsed, session => TryAsync(parsed, session, settings.Answers, ct), ct)
            : await CliSession.RunOnCopyAsync(settings, session => TryAsync(parsed, session, settings.Answers, ct));
    }

    static async Task<int> TryAsync(ParseResult parsed, CliSession session, AnswersOptions answers, CancellationToken ct)
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

        if (Questions.Contains(call.Name))
            await PrepareAsync(session, answers, ct);
        // A terminal shows no pictures.
        var isJson = parsed.GetValue(ProgramOptions.Json);
        var reply = await command.RunAsync(call with { AllowsFiles = isJson }, ct);
        if (isJson)
            Console.WriteLine(InteractionAnswers.Of(reply).Data!.ToJson());
        else
            ReplyView.Draw(reply, AnsiConsole.Console);
        return ExitCodes.Done;
    }

    /// <summary>Has the model read what the bot's would have read, or says that there is none.</summary>
    static async Task PrepareAsync(CliSession session, AnswersOptions answers, CancellationToken ct)
    {
        if (!session.HasMeaning)
        {
            Console.Error.WriteLine(answers.Meaning
                ? $"No model is in {answers.Folder}: the answer is found by words alone."
                : "Answers:Meaning is off: the answer is found by words alone.");
            return;
        }

        try
        {
            await session.ReadMeaningAsync(answers, MostRead, ct);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or HttpRequestException)
        {
            Console.Error.WriteLine($"The model can't be used, so the answer is found by words alone: {failure.Message}");
        }
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
