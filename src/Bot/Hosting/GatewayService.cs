using System.Runtime.CompilerServices;
using Bot.Commands;
using Bot.Posting;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Keeps the connection to Discord and hands on what arrives.</summary>
sealed partial class GatewayService(
    GatewayClient gateway,
    CommandRegistrar commands,
    InteractionDispatcher interactions,
    GuildLocator guilds,
    ChannelNames names,
    FatalErrorHandler fatal,
    ILogger<GatewayService> log) : BackgroundService
{
    const int InteractionsAtOnce = 64;

    int areCommandsRegistered;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = InteractionsAtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(ToHandleAsync(ct), options, (received, token) => new(HandleAsync(received, token)));
        }
        catch (Exception refused) when (refused is DiscordGatewayException or DiscordApiException)
        {
            // Whatever passes by itself was retried before: Discord refuses this bot, or its commands.
            fatal.Stop(refused.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnexpected(failure);
            fatal.Stop($"The connection to Discord failed. Please report this as a bug: {failure.Message}");
        }
    }

    /// <summary>Notes guilds and channels in the order in which they come; passes on what can be handled side by side.</summary>
    async IAsyncEnumerable<GatewayEvent> ToHandleAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var received in gateway.EventsAsync(ct))
        {
            if (received is ReadyEvent or InteractionCreated)
                yield return received;
            else
                Note(received);
        }
    }

    void Note(GatewayEvent received)
    {
        try
        {
            switch (received)
            {
                case GuildCreated { Guild: { Unavailable: false } guild }:
                    names.Note([.. guild.Channels, .. guild.Threads]);
                    guilds.Locate(guild);
                    break;
                case ChannelChanged { Channel: var changed }:
                    names.Note(changed);
                    break;
            }
        }
        catch (Exception failure)
        {
            // Nobody foresaw it, but the events behind this one are still to be handled.
            LogFailed(failure, received.GetType().Name);
        }
    }

    async Task HandleAsync(GatewayEvent received, CancellationToken ct)
    {
        try
        {
            switch (received)
            {
                case ReadyEvent ready:
                    LogReady(ready.User.Username);
                    await RegisterOnceAsync(ready, ct);
                    break;
                case InteractionCreated { Interaction: var interaction }:
                    await interactions.DispatchAsync(interaction, ct);
                    break;
            }
        }
        catch (Exception failure) when (IsUnforeseen(failure, ct))
        {
            LogFailed(failure, received.GetType().Name);
        }
    }

    /// <summary>Each shard is ready for itself; the commands are the application's.</summary>
    async Task RegisterOnceAsync(ReadyEvent ready, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref areCommandsRegistered, 1) == 1)
            return;
        try
        {
            await commands.RegisterAsync(ready.Application.Id, ct);
        }
        catch
        {
            // The next session tries again.
            Interlocked.Exchange(ref areCommandsRegistered, 0);
            throw;
        }
    }

    /// <summary>Whether the other events are still to be handled: Discord did not refuse the bot, and the host does not stop.</summary>
    static bool IsUnforeseen(Exception failure, CancellationToken ct) =>
        failure is not DiscordApiException && (failure is not OperationCanceledException || !ct.IsCancellationRequested);

    [LoggerMessage(LogLevel.Information, "Connected to Discord as {User}")]
    partial void LogReady(string user);

    [LoggerMessage(LogLevel.Error, "The connection to Discord failed unexpectedly")]
    partial void LogUnexpected(Exception failure);

    [LoggerMessage(LogLevel.Error, "The handler of the gateway event {Event} failed")]
    partial void LogFailed(Exception failure, string @event);
}
