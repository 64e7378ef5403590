using Bot.Commands;
using Bot.Posting;
using Desk.Database;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Registers the commands once. Of several processes, the one that runs the desk does; the others only learn their ids.</summary>
sealed class CommandsService(
    CommandRegistrar commands, DeskLease desk, GatewayClient gateway, FatalErrorHandler fatal, TimeProvider clock) : BackgroundService
{
    /// <summary>Other processes may have all shards, so that this one never connects.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Who sees a new command is to find a bot that answers, so it connects first.</summary>
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
            await gateway.Connected.WaitAsync(Patience, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!desk.IsHeld)
                await commands.LearnAsync(ct);
            await desk.HeldAsync(ct);
            await commands.RegisterAsync(ct);
        }
        catch (DiscordApiException refused)
        {
            // Whatever passes by itself was retried before: Discord refuses this bot, or its commands.
            fatal.Stop(refused.Message);
        }
    }
}
