namespace Discord;

/// <content>https://discord.com/developers/docs/resources/user</content>
public sealed partial class DiscordRest
{
    /// <summary>The bot itself. See https://discord.com/developers/docs/resources/user#get-current-user.</summary>
    public Task<User> GetCurrentUserAsync(CancellationToken ct) =>
        SendAsync(Route.Get($"/users/@me"), Json.User, ct);

    /// <summary>
    /// The channel of private messages with a user: the one that there is, or a new one. Whether they take messages shows
    /// when one is sent. See https://discord.com/developers/docs/resources/user#create-dm.
    /// </summary>
    public Task<Channel> CreateDMAsync(Snowflake recipientId, CancellationToken ct) =>
        SendAsync(Route.Post($"/users/@me/channels") with { MayRepeat = true }, new CreateDM(recipientId), Json.CreateDM, Json.Channel, ct);
}
