using Bot.Commands;
using Bot.Posting;
using Discord.Rest;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Registers the commands once, at the start. Of several processes, the one that runs the desk does.</summary>
sealed class CommandsService(CommandRegistrar commands, FatalErrorHandler fatal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
            await commands.RegisterAsync(ct);
        }
        catch (DiscordApiException refused)
        {
            // Whatever passes by itself was retried before: Discord refuses this bot, or its commands.
            fatal.Stop(refused.Message);
        }
    }
}
