using System.CommandLine;
using Bot.Hosting;
using Bot.Posting;
using Desk.Database;
using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Cli;

/// <summary><c>run</c>: the bot itself, on Discord, or on the local Discord if no token is set.</summary>
static partial class RunVerb
{
    public static Command Command { get; } = Describe();

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return 1;
        using var signals = new StopSignals();
        return await StopSignals.ExitCodeOfAsync(stop => RunAsync(settings, stop), TimeProvider.System, signals.Token);
    }

    static async Task<int> RunAsync(BotSettings settings, CancellationToken ct)
    {
        try
        {
            if (settings.Discord.Token.Length > 0)
                return await HostAsync(settings, localDiscord: null, ct);

            await using var localDiscord = await StartLocalDiscordAsync(settings.LocalDiscord, ct);
            return await HostAsync(On(localDiscord, settings), localDiscord, ct);
        }
        catch (Exception unusable) when (unusable is DatabaseException or IOException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 1;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It was stopped while it started.
            return 0;
        }
    }

    static Command Describe()
    {
        var command = new Command("run", "Run the bot until Ctrl+C (the default without a verb)");
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> HostAsync(BotSettings settings, LocalDiscordServer? localDiscord, CancellationToken ct)
    {
        using var host = await OpenAsync(settings, ct);
        Welcome(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot"), settings, localDiscord);
        var fatal = host.Services.GetRequiredService<FatalErrorHandler>();
        ServiceFailures.Watch(host.Services);
        try
        {
            await host.RunAsync(ct);
        }
        catch (OperationCanceledException) when (fatal.IsStopped)
        {
            // It was stopped while it waited for the right to run the desk.
        }

        return fatal.IsStopped ? 1 : 0;
    }

    /// <summary>A server that can't be reached may be starting, as this machine is.</summary>
    static async Task<IHost> OpenAsync(BotSettings settings, CancellationToken ct)
    {
        for (var told = ""; ;)
        {
            try
            {
                // Opening the database waits for other programs and can't be canceled, but it can be left at any moment.
                return await Task.Run(() => DeskHost.For(settings, new SharedClock(TimeProvider.System)).Build(), ct).WaitAsync(ct);
            }
            catch (DatabaseException away) when (
                away.Problem is DatabaseProblem.Unreachable && PostgresAddress.IsOne(settings.Content.Database))
            {
                if (away.Message != told)
                    Console.Error.WriteLine(told = away.Message);
                await Task.Delay(DeskProcess.LookEvery, ct);
            }
        }
    }

    static Task<LocalDiscordServer> StartLocalDiscordAsync(LocalDiscordSettings settings, CancellationToken ct) =>
        LocalDiscordServer.StartAsync(
            new()
            {
                Port = settings.Port,
                StateFile = NullIfEmpty(settings.StateFile),
                AnswerWithin = settings.AnswerWithin,
                Tls = settings.Tls ? new() { Port = settings.TlsPort, CertificateFile = NullIfEmpty(settings.Certificate) } : null,
            },
            TimeProvider.System, ct);

    static string? NullIfEmpty(string setting) => setting.Length > 0 ? setting : null;

    /// <summary>All that differs between the local Discord and the real one: an address, a token, and a first channel for news.</summary>
    static BotSettings On(LocalDiscordServer localDiscord, BotSettings settings) => settings with
    {
        Discord = new() { Token = LocalDiscordServer.Token, ApiBase = localDiscord.ApiBase },
        Channels = settings.Channels is [] ? [new() { Channel = Seed.NewsChannelId }] : settings.Channels,
    };

    static void Welcome(ILogger log, BotSettings settings, LocalDiscordServer? localDiscord)
    {
        if (localDiscord is null)
            LogDiscord(log, settings.Discord.ApiBase);
        else
            LogLocalDiscord(log, localDiscord.Address);
        if (localDiscord is { SecureAddress: { } secure, CertificateFile: { } file })
            LogTls(log, secure, file);
        if (!settings.Answers.Meaning)
            LogMeaningOff(log);
        else if (!settings.Answers.HasModel)
            LogNoModel(log, settings.Answers.Folder);
        if (settings.Answers.Chat is { Endpoint: { } endpoint } chat)
            LogChat(log, chat.Model, endpoint);
        LogContent(log, Path.GetFullPath(settings.Content.Folder), PostgresAddress.NameOf(settings.Content.Database));
    }

    [LoggerMessage(LogLevel.Information, "No Discord:Token is set, so the bot runs on the local Discord. Open {Address} and type /latest")]
    static partial void LogLocalDiscord(ILogger log, Uri address);

    [LoggerMessage(
        LogLevel.Information, "Clients that need https find the local Discord at {Address}. The certificate to trust is in {File}")]
    static partial void LogTls(ILogger log, Uri address, string file);

    [LoggerMessage(LogLevel.Information, "Answers:Meaning is off: questions are understood by their words")]
    static partial void LogMeaningOff(ILogger log);

    [LoggerMessage(LogLevel.Information, "No model is in {Folder}: questions are understood by their words")]
    static partial void LogNoModel(ILogger log, string folder);

    [LoggerMessage(LogLevel.Information, "Summaries are written by {Model} at {Endpoint}. When a member asks for one, it gets the question "
        + "and the titles, excerpts, passages, outlets, and dates of the answer's sources")]
    static partial void LogChat(ILogger log, string model, Uri endpoint);

    [LoggerMessage(LogLevel.Information, "Connecting to Discord at {ApiBase}")]
    static partial void LogDiscord(ILogger log, Uri apiBase);

    [LoggerMessage(LogLevel.Information, "Reading articles from {Folder} into {Database}")]
    static partial void LogContent(ILogger log, string folder, string database);
}
