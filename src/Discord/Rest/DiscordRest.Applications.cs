using Discord.Models;

namespace Discord.Rest;

/// <content>The bot user and the gateway.</content>
public sealed partial class DiscordRest
{
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
