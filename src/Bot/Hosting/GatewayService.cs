using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Commands;
using Bot.Posting;
using Discord;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Storage;

namespace Bot.Hosting;

/// <summary>Keeps the connection to Discord and hands on what arrives.</summary>
sealed partial class GatewayService(
    GatewayClient gateway,
    CommandRegistrar commands,
    InteractionDispatcher interactions,
    SubscriptionStore subscriptions,
    FatalStop fatal,
    ILogger<GatewayService> log) : BackgroundService
{
    const int InteractionsAtOnce = 64;

    int areCommandsRegistered;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = InteractionsAtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(NotingGuildsAsync(ct), options, (received, token) => new(HandleAsync(received, token)));
        }
        catch (Exception refused) when (refused is DiscordGatewayException or DiscordApiException or JsonException)
        {
            // What passes has been tried again by then: the gateway is closed to this bot, or its commands are refused.
            fatal.Stop(refused.Message);
        }
    }

    /// <summary>Guilds are noted as they come, so that what follows them knows where channels are; the rest goes on to be handled side by side.</summary>
    async IAsyncEnumerable<GatewayEvent> NotingGuildsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var received in gateway.EventsAsync(ct))
        {
            if (received is GuildCreated { Guild: { Unavailable: false } guild })
                await subscriptions.LocateAsync(guild.Id.ToString(), guild.Channels.Concat(guild.Threads).ToDictionary(channel => channel.Id.ToString(), Destinations.Of), ct);
            else
                yield return received;
        }
    }

    async Task HandleAsync(GatewayEvent received, CancellationToken ct)
    {
        switch (received)
        {
            case ReadyEvent ready:
                LogReady(ready.User.Username);
                // Each shard is ready for itself; the commands are the application's.
                if (Interlocked.Exchange(ref areCommandsRegistered, 1) == 0)
                    await commands.RegisterAsync(ready.Application.Id, ct);
                break;
            case InteractionCreated { Interaction: var interaction }:
                await interactions.DispatchAsync(interaction, ct);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Connected to Discord as {User}")]
    partial void LogReady(string user);
}
