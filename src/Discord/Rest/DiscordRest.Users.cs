namespace Discord;

/// <content>https://discord.com/developers/docs/resources/user</content>
public sealed partial class DiscordRest
{
    /// <summary>The bot itself. See https://discord.com/developers/docs/resources/user#get-current-user.</summary>
    public Task<User> GetCurrentUserAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/users/@me"), Json.User, ct);
}
