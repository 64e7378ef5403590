using System.Net;
using System.Text.Json;
using Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Tells Discord the commands, when what it has differs.</summary>
sealed partial class CommandRegistrar(CommandCatalog catalog, DiscordRest discord, TimeProvider clock, ILogger<CommandRegistrar> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Goes on trying: until then, members have the commands of the last time.</summary>
    /// <exception cref="DiscordApiException">Discord refuses the token, or the commands themselves.</exception>
    /// <exception cref="JsonException">Discord's answer cannot be read.</exception>
    public async Task RegisterAsync(Snowflake application, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await TryRegisterAsync(application, ct);
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests })
            {
                LogRetry(Pause, failure.Message);
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    async Task TryRegisterAsync(Snowflake application, CancellationToken ct)
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

    [LoggerMessage(LogLevel.Warning, "The commands could not be registered, which is tried again in {Pause}: {Reason}")]
    partial void LogRetry(TimeSpan pause, string reason);
}
