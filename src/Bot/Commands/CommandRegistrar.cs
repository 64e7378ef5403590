using System.Net;
using Bot.Commands.Interactions;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Registers the commands with Discord if Discord has others.</summary>
sealed partial class CommandRegistrar(
    CommandCatalog catalog,
    CommandMentions mentions,
    DiscordRest discord,
    TimeProvider clock,
    ILogger<CommandRegistrar> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Retries until Discord is reachable. Until then, members see the commands of the last run. It needs nothing of the gateway, which
    /// may go on with the session of another process and never say which application this is.
    /// </summary>
    /// <exception cref="DiscordApiException">Discord refuses the token or the commands.</exception>
    public Task RegisterAsync(CancellationToken ct) => TryAsync(mayChange: true, ct);

    /// <summary>Learns what another process registers. Retries until Discord is reachable.</summary>
    /// <inheritdoc cref="RegisterAsync"/>
    public Task LearnAsync(CancellationToken ct) => TryAsync(mayChange: false, ct);

    async Task TryAsync(bool mayChange, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await AskAsync(mayChange, ct);
                return;
            }
            catch (Exception failure) when (IsTemporary(failure))
            {
                LogRetry(Pause, failure.Message);
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    async Task AskAsync(bool mayChange, CancellationToken ct)
    {
        var wanted = catalog.Specs;
        var application = (await discord.GetCurrentApplicationAsync(ct)).Id;
        var registered = await discord.GetGlobalApplicationCommandsAsync(application, ct);
        mentions.Know(registered);
        if (!mayChange || (registered.Count == wanted.Count && wanted.All(command => registered.Any(command.IsSameAs))))
            return;

        mentions.Know(await discord.BulkOverwriteGlobalApplicationCommandsAsync(application, wanted, ct));
        LogRegistered(string.Join(", ", wanted.Select(Shown)));
    }

    static string Shown(ApplicationCommand command) =>
        command.Type is ApplicationCommandType.ChatInput ? $"/{command.Name}" : $"“{command.Name}”";

    static bool IsTemporary(Exception failure) => failure
        is HttpRequestException
        or DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests };

    [LoggerMessage(LogLevel.Information, "Registered {Commands}")]
    partial void LogRegistered(string commands);

    [LoggerMessage(LogLevel.Warning, "Could not register the commands; retrying in {Pause}: {Reason}")]
    partial void LogRetry(TimeSpan pause, string reason);
}
