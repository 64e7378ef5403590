namespace Discord;

/// <content>Threads and forum posts of https://discord.com/developers/docs/resources/channel</content>
public sealed partial class DiscordRest
{
    /// <summary>The thread has the message's id. See https://discord.com/developers/docs/resources/channel#start-thread-from-message.</summary>
    public Task<Channel> StartThreadFromMessageAsync(Snowflake channelId, Snowflake messageId, StartThread thread, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/messages/{messageId}/threads"), thread with { Type = null }, Json.StartThread, Json.Channel, ct);

    /// <summary>See https://discord.com/developers/docs/resources/channel#start-thread-without-message.</summary>
    public Task<Channel> StartThreadWithoutMessageAsync(Snowflake channelId, StartThread thread, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/threads"), thread, Json.StartThread, Json.Channel, ct);

    /// <summary>
    /// A post in a forum; its first message is <see cref="Channel.Message"/> of the answer. A lost answer is not asked for again.
    /// See https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel.
    /// </summary>
    public Task<Channel> StartThreadInForumChannelAsync(Snowflake channelId, StartForumThread thread, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/channels/{channelId}/threads"),
            thread with { Message = thread.Message with { Nonce = null, EnforceNonce = false } }, Json.StartForumThread, Json.Channel, ct);

    /// <summary>Renames, archives, locks or tags a thread. See https://discord.com/developers/docs/resources/channel#modify-channel.</summary>
    public Task<Channel> ModifyThreadAsync(Snowflake threadId, ModifyThread change, CancellationToken ct) =>
        SendAsync(Route.Patch($"/channels/{threadId}"), change, Json.ModifyThread, Json.Channel, ct);

    /// <summary>Newest first. See https://discord.com/developers/docs/resources/guild#list-active-guild-threads.</summary>
    public Task<ActiveThreads> ListActiveGuildThreadsAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/threads/active"), Json.ActiveThreads, ct);

    /// <summary>
    /// What is crossposted in an announcement channel arrives in another one from now on; needs Manage Webhooks there.
    /// See https://discord.com/developers/docs/resources/channel#follow-announcement-channel.
    /// </summary>
    public Task<FollowedChannel> FollowAnnouncementChannelAsync(Snowflake channelId, Snowflake webhookChannelId, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/followers"), new FollowChannel(webhookChannelId), Json.FollowChannel, Json.FollowedChannel, ct);
}
