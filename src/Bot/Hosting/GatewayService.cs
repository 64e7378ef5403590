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
    InteractionDispatcher interactions,
    GuildLocator guilds,
    ChannelNames names,
    FatalErrorHandler fatal,
    ILogger<GatewayService> log) : BackgroundService
{
    const int InteractionsAtOnce = 64;

    /// <summary>For interactions that are being handled at the end: as long as the dispatcher takes to defer one.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var last = new CancellationTokenSource();
        await using var end = ct.UnsafeRegister(_ => last.CancelAfter(LastPatience), null);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = InteractionsAtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(InteractionsAsync(ct), options, (received, _) => new(HandleAsync(received, last.Token)));
        }
        catch (Exception refused) when (refused is DiscordGatewayException or DiscordApiException)
        {
            // Whatever passes by itself was retried before: Discord refuses this bot.
            fatal.Stop(refused.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnexpected(failure);
            fatal.Stop($"The connection to Discord failed. Please report this as a bug: {failure.Message}");
        }
    }

    /// <summary>Notes guilds and channels in the order in which they come; passes on what can be handled side by side.</summary>
    async IAsyncEnumerable<InteractionCreated> InteractionsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var received in gateway.EventsAsync(ct))
        {
            if (received is InteractionCreated interaction)
                yield return interaction;
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
                case ReadyEvent ready:
                    LogReady(ready.User.Username);
                    break;
                case GuildCreated { Guild: { Unavailable: false } guild } created:
                    names.Note([.. guild.Channels, .. guild.Threads]);
                    guilds.Locate(created);
                    return;
                case ChannelChanged changed:
                    names.Note(changed.Channel);
                    guilds.Locate(changed);
                    return;
            }
        }
        catch (Exception failure)
        {
            // Nobody foresaw it, but the events behind this one are still to be handled.
            LogFailed(failure, received.GetType().Name);
        }

        received.MarkHandled();
    }

    async Task HandleAsync(InteractionCreated received, CancellationToken ct)
    {
        try
        {
            await interactions.DispatchAsync(received.Interaction, received.MarkHandled, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(failure, nameof(InteractionCreated));
        }
        finally
        {
            // After a failure, too: half of it may have been done.
            received.MarkHandled();
        }
    }

    [LoggerMessage(LogLevel.Information, "Connected to Discord as {User}")]
    partial void LogReady(string user);

    [LoggerMessage(LogLevel.Error, "The connection to Discord failed unexpectedly")]
    partial void LogUnexpected(Exception failure);

    [LoggerMessage(LogLevel.Error, "The handler of the gateway event {Event} failed")]
    partial void LogFailed(Exception failure, string @event);
}
