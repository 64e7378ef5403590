using Discord.Models;

namespace Discord.Rest;

/// <content>Threads and forum posts. See https://discord.com/developers/docs/topics/threads.</content>
public sealed partial class DiscordRest
{
    /// <summary>
    /// The thread gets the id of its message.
    /// See https://discord.com/developers/docs/resources/channel#start-thread-from-message.
    /// </summary>
    public Task<Channel> StartThreadFromMessageAsync(
        Snowflake channelId, Snowflake messageId, StartThread thread, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/messages/{messageId}/threads"), thread, Json.StartThread, Json.Channel, ct);

    /// <summary>
    /// Creates a post in a forum. <see cref="Channel.Message"/> of the result is its first message. A lost response is not retried.
    /// See https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel.
    /// </summary>
    public Task<Channel> StartThreadInForumChannelAsync(Snowflake channelId, StartForumThread thread, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/channels/{channelId}/threads"),
            RequestBody.Of(thread with { Message = WithoutNonce(thread.Message) }, Json.StartForumThread, thread.Message.Attachments),
            Json.Channel, ct);

    /// <summary>Renames, archives or tags a thread. See https://discord.com/developers/docs/resources/channel#modify-channel.</summary>
    public Task<Channel> ModifyThreadAsync(Snowflake threadId, ModifyThread change, CancellationToken ct) =>
        SendAsync(Route.Patch($"/channels/{threadId}"), change, Json.ModifyThread, Json.Channel, ct);

    /// <summary>Newest first. See https://discord.com/developers/docs/resources/guild#list-active-guild-threads.</summary>
    public Task<ActiveThreads> ListActiveGuildThreadsAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/threads/active"), Json.ActiveThreads, ct);

    /// <summary>
    /// A page of archived public threads, most recently archived first. All posts of a forum are public threads.
    /// See https://discord.com/developers/docs/resources/channel#list-public-archived-threads.
    /// </summary>
    /// <param name="limit">From 2 to 100.</param>
    /// <param name="before">
    /// Only threads archived before this time: for the next page, the <see cref="ThreadMetadata.ArchiveTimestamp"/> of the last thread.
    /// </param>
    public Task<ArchivedThreads> ListPublicArchivedThreadsAsync(
        Snowflake channelId, int limit, DateTimeOffset? before, CancellationToken ct) =>
        SendAsync(
            before is { } time
                ? Route.Get($"/channels/{channelId}/threads/archived/public?limit={limit}&before={time}")
                : Route.Get($"/channels/{channelId}/threads/archived/public?limit={limit}"),
            Json.ArchivedThreads, ct);
}
