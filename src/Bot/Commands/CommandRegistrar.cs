using Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Tells Discord the commands, when what it has differs.</summary>
sealed partial class CommandRegistrar(CommandCatalog catalog, DiscordRest discord, ILogger<CommandRegistrar> log)
{
    public async Task RegisterAsync(Snowflake application, CancellationToken ct)
    {
        var wanted = catalog.Specs;
        var registered = await discord.GetGlobalApplicationCommandsAsync(application, ct);
        if (registered.Count == wanted.Count && wanted.All(command => registered.Any(command.IsSameAs)))
            return;

        await discord.BulkOverwriteGlobalApplicationCommandsAsync(application, wanted, ct);
        LogRegistered(string.Join(", ", wanted.Select(command => "/" + command.Name)));
    }

    [LoggerMessage(LogLevel.Information, "Registered {Commands}")]
    partial void LogRegistered(string commands);
}
