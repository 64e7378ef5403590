namespace Discord;

/// <content>https://discord.com/developers/docs/resources/channel and https://discord.com/developers/docs/resources/guild</content>
public sealed partial class DiscordRest
{
    /// <summary>A channel or a thread. See https://discord.com/developers/docs/resources/channel#get-channel.</summary>
    public Task<Channel> GetChannelAsync(Snowflake channelId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}"), Json.Channel, ct);

    /// <summary>
    /// What is crossposted in an announcement channel arrives in another one from now on; needs Manage Webhooks there.
    /// See https://discord.com/developers/docs/resources/channel#follow-announcement-channel.
    /// </summary>
    public Task<FollowedChannel> FollowAnnouncementChannelAsync(Snowflake channelId, Snowflake webhookChannelId, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/followers"), new FollowChannel(webhookChannelId), Json.FollowChannel, Json.FollowedChannel, ct);

    /// <summary>Without channels. See https://discord.com/developers/docs/resources/guild#get-guild.</summary>
    public Task<Guild> GetGuildAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}"), Json.Guild, ct);

    /// <summary>Without threads. See https://discord.com/developers/docs/resources/guild#get-guild-channels.</summary>
    public Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/channels"), Json.IReadOnlyListChannel, ct);

    /// <summary>See https://discord.com/developers/docs/resources/guild#get-guild-roles.</summary>
    public Task<IReadOnlyList<Role>> GetGuildRolesAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/roles"), Json.IReadOnlyListRole, ct);

    /// <summary>The bot itself is one, by its user id. See https://discord.com/developers/docs/resources/guild#get-guild-member.</summary>
    public Task<Member> GetGuildMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/members/{userId}"), Json.Member, ct);
}
