using Discord.Models;

namespace Discord.Rest;

/// <content>The application, its bot user, and the gateway.</content>
public sealed partial class DiscordRest
{
    /// <summary>
    /// The application that the token is for.
    /// See https://discord.com/developers/docs/resources/application#get-current-application.
    /// </summary>
    public Task<Application> GetCurrentApplicationAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/applications/@me"), Json.Application, ct);

    /// <summary>The bot user. See https://discord.com/developers/docs/resources/user#get-current-user.</summary>
    public Task<User> GetCurrentUserAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/users/@me"), Json.User, ct);

    /// <summary>
    /// Must not be cached, because it counts today's sessions.
    /// See https://discord.com/developers/docs/events/gateway#get-gateway-bot.
    /// </summary>
    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/gateway/bot"), Json.GatewayBot, ct);
}
