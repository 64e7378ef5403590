using Bot.Commands;
using Bot.Posting;
using Desk.Database;
using Discord.Rest;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Registers the commands once, at the start. Of several processes, the one that runs the desk does; the others mention them.</summary>
sealed class CommandsService(CommandRegistrar commands, DeskLease desk, FatalErrorHandler fatal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
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
