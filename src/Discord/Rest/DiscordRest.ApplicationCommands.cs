using Discord.Models;

namespace Discord.Rest;

/// <content>https://discord.com/developers/docs/interactions/application-commands</content>
public sealed partial class DiscordRest
{
    /// <summary>
    /// All global commands with their localizations.
    /// See https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands.
    /// </summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalApplicationCommandsAsync(Snowflake applicationId, CancellationToken ct) =>
        SendAsync(Route.Get($"/applications/{applicationId}/commands?with_localizations=true"), Json.IReadOnlyListApplicationCommand, ct);

    /// <summary>
    /// Replaces all global commands. Commands that are missing here are deleted; those with an existing name keep their id.
    /// See https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands.
    /// </summary>
    public Task<IReadOnlyList<ApplicationCommand>> BulkOverwriteGlobalApplicationCommandsAsync(
        Snowflake applicationId, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct) =>
        SendAsync(
            Route.Put($"/applications/{applicationId}/commands"),
            commands, Json.IReadOnlyListApplicationCommand, Json.IReadOnlyListApplicationCommand, ct);
}
