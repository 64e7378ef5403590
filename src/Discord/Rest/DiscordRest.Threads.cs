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
            RequestBody.Of(
                thread with { Message = thread.Message with { Nonce = null, EnforceNonce = false } }, Json.StartForumThread, thread.Message.Attachments),
            Json.Channel, ct);

    /// <summary>Renames, archives, locks or tags a thread. See https://discord.com/developers/docs/resources/channel#modify-channel.</summary>
    public Task<Channel> ModifyThreadAsync(Snowflake threadId, ModifyThread change, CancellationToken ct) =>
        SendAsync(Route.Patch($"/channels/{threadId}"), change, Json.ModifyThread, Json.Channel, ct);

    /// <summary>Newest first. See https://discord.com/developers/docs/resources/guild#list-active-guild-threads.</summary>
    public Task<ActiveThreads> ListActiveGuildThreadsAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/threads/active"), Json.ActiveThreads, ct);

    /// <summary>
    /// Last archived first, from 2 to 100; with <paramref name="before"/> only those archived before that, which on a next page is the
    /// <see cref="ThreadMetadata.ArchiveTimestamp"/> of the last thread here. A forum's are all public.
    /// See https://discord.com/developers/docs/resources/channel#list-public-archived-threads.
    /// </summary>
    public Task<ArchivedThreads> ListPublicArchivedThreadsAsync(Snowflake channelId, int limit, DateTimeOffset? before, CancellationToken ct) =>
        SendAsync(
            before is { } time
                ? Route.Get($"/channels/{channelId}/threads/archived/public?limit={limit}&before={time}")
                : Route.Get($"/channels/{channelId}/threads/archived/public?limit={limit}"),
            Json.ArchivedThreads, ct);

    /// <summary>
    /// As <see cref="ListPublicArchivedThreadsAsync"/>; needs Manage Threads.
    /// See https://discord.com/developers/docs/resources/channel#list-private-archived-threads.
    /// </summary>
    public Task<ArchivedThreads> ListPrivateArchivedThreadsAsync(Snowflake channelId, int limit, DateTimeOffset? before, CancellationToken ct) =>
        SendAsync(
            before is { } time
                ? Route.Get($"/channels/{channelId}/threads/archived/private?limit={limit}&before={time}")
                : Route.Get($"/channels/{channelId}/threads/archived/private?limit={limit}"),
            Json.ArchivedThreads, ct);

    /// <summary>
    /// Those that the bot is in, newest first, from 2 to 100; with <paramref name="before"/> only those started before that one,
    /// which on a next page is the last thread here.
    /// See https://discord.com/developers/docs/resources/channel#list-joined-private-archived-threads.
    /// </summary>
    public Task<ArchivedThreads> ListJoinedPrivateArchivedThreadsAsync(Snowflake channelId, int limit, Snowflake? before, CancellationToken ct) =>
        SendAsync(
            before is { } id
                ? Route.Get($"/channels/{channelId}/users/@me/threads/archived/private?limit={limit}&before={id}")
                : Route.Get($"/channels/{channelId}/users/@me/threads/archived/private?limit={limit}"),
            Json.ArchivedThreads, ct);
}
