namespace Discord;

/// <content>https://discord.com/developers/docs/resources/channel and https://discord.com/developers/docs/resources/guild</content>
public sealed partial class DiscordRest
{
    /// <summary>A channel or a thread. See https://discord.com/developers/docs/resources/channel#get-channel.</summary>
    public Task<Channel> GetChannelAsync(Snowflake channelId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}"), Json.Channel, ct);

    /// <summary>Without channels. See https://discord.com/developers/docs/resources/guild#get-guild.</summary>
    public Task<Guild> GetGuildAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}"), Json.Guild, ct);

    /// <summary>Without threads. See https://discord.com/developers/docs/resources/guild#get-guild-channels.</summary>
    public Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/channels"), Json.IReadOnlyListChannel, ct);
}
