using System.CommandLine;
using Bot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Storage;
using Sandbox;

namespace Bot.Verbs;

/// <summary><c>run</c>: the bot itself, on Discord, or on the local Discord while no token is set.</summary>
static partial class RunVerb
{
    public static Command Command { get; } = Describe();

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return 1;

        try
        {
            if (settings.Discord.Token.Length > 0)
                return await HostAsync(settings, localDiscord: null, ct);

            await using var localDiscord = await StartLocalDiscordAsync(settings.LocalDiscord, ct);
            return await HostAsync(On(localDiscord, settings), localDiscord.Address, ct);
        }
        catch (Exception unusable) when (unusable is NewsDatabaseException or IOException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 1;
        }
    }

    static Command Describe()
    {
        var command = new Command("run", "Post and answer, until Ctrl+C (this is also what happens without a verb)");
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> HostAsync(BotSettings settings, Uri? localDiscord, CancellationToken ct)
    {
        using var host = DeskHost.For(settings, TimeProvider.System).Build();
        Welcome(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot"), settings, localDiscord);
        var fatal = host.Services.GetRequiredService<FatalStop>();
        await host.RunAsync(ct);
        return fatal.IsStopped ? 1 : 0;
    }

    static Task<SandboxServer> StartLocalDiscordAsync(LocalDiscordOptions options, CancellationToken ct) => SandboxServer.StartAsync(
        new() { Port = options.Port, StateFile = options.StateFile.Length > 0 ? options.StateFile : null, AnswerWithin = options.AnswerWithin },
        TimeProvider.System,
        ct);

    /// <summary>The only place where the local Discord differs from the real one: its address, its token, and a channel to begin with.</summary>
    static BotSettings On(SandboxServer localDiscord, BotSettings settings) => settings with
    {
        Discord = new() { Token = SandboxServer.Token, ApiBase = localDiscord.ApiBase },
        Channels = settings.Channels is [] ? [new() { Channel = Seed.NewsChannelId }] : settings.Channels,
    };

    static void Welcome(ILogger log, BotSettings settings, Uri? localDiscord)
    {
        if (localDiscord is null)
            LogDiscord(log, settings.Discord.ApiBase);
        else
            LogLocalDiscord(log, localDiscord);
        LogContent(log, Path.GetFullPath(settings.Content.Folder), Path.GetFullPath(settings.Content.Database));
    }

    [LoggerMessage(LogLevel.Information, "No Discord:Token is set, so this is the local Discord: open {Address} and type /latest")]
    static partial void LogLocalDiscord(ILogger log, Uri address);

    [LoggerMessage(LogLevel.Information, "Connecting to Discord at {ApiBase}")]
    static partial void LogDiscord(ILogger log, Uri apiBase);

    [LoggerMessage(LogLevel.Information, "Articles from {Folder}, kept in {Database}")]
    static partial void LogContent(ILogger log, string folder, string database);
}
