namespace Discord;

/// <content>https://discord.com/developers/docs/resources/application, its commands, and the gateway's address</content>
public sealed partial class DiscordRest
{
    /// <summary>See https://discord.com/developers/docs/resources/application#get-current-application.</summary>
    public Task<Application> GetCurrentApplicationAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/applications/@me"), Json.Application, ct);

    /// <summary>Not to be kept: it counts the sessions of today. See https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/gateway/bot"), Json.GatewayBot, ct);

    /// <summary>With all their languages. See https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalApplicationCommandsAsync(Snowflake applicationId, CancellationToken ct) =>
        SendAsync(Route.Get($"/applications/{applicationId}/commands?with_localizations=true"), Json.IReadOnlyListApplicationCommand, ct);

    /// <summary>
    /// These and no others: a command that is missing here is deleted, one of the same name keeps its id.
    /// See https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands.
    /// </summary>
    public Task<IReadOnlyList<ApplicationCommand>> BulkOverwriteGlobalApplicationCommandsAsync(
        Snowflake applicationId, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct) =>
        SendAsync(
            Route.Put($"/applications/{applicationId}/commands"),
            commands, Json.IReadOnlyListApplicationCommand, Json.IReadOnlyListApplicationCommand, ct);

    /// <summary>With all their languages. See https://discord.com/developers/docs/interactions/application-commands#get-guild-application-commands.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetGuildApplicationCommandsAsync(Snowflake applicationId, Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/applications/{applicationId}/guilds/{guildId}/commands?with_localizations=true"), Json.IReadOnlyListApplicationCommand, ct);

    /// <summary>
    /// These and no others in one guild, where they are seen at once.
    /// See https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-guild-application-commands.
    /// </summary>
    public Task<IReadOnlyList<ApplicationCommand>> BulkOverwriteGuildApplicationCommandsAsync(
        Snowflake applicationId, Snowflake guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct) =>
        SendAsync(
            Route.Put($"/applications/{applicationId}/guilds/{guildId}/commands"),
            commands, Json.IReadOnlyListApplicationCommand, Json.IReadOnlyListApplicationCommand, ct);
}
