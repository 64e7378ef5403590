namespace Discord;

/// <content>https://discord.com/developers/docs/resources/message</content>
public sealed partial class DiscordRest
{
    /// <summary>
    /// With <see cref="CreateMessage.EnforceNonce"/> it is sent again after a lost answer or a 5xx; without, that could post twice.
    /// See https://discord.com/developers/docs/resources/message#create-message.
    /// </summary>
    public Task<Message> CreateMessageAsync(Snowflake channelId, CreateMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/channels/{channelId}/messages") with { MayRepeat = message is { Nonce: not null, EnforceNonce: true } },
            RequestBody.Of(message, Json.CreateMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#edit-message.</summary>
    public Task<Message> EditMessageAsync(Snowflake channelId, Snowflake messageId, EditMessage message, CancellationToken ct) =>
        SendAsync(Route.Patch($"/channels/{channelId}/messages/{messageId}"), RequestBody.Of(message, Json.EditMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#delete-message.</summary>
    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Delete($"/channels/{channelId}/messages/{messageId}") with { DoneBefore = DiscordError.UnknownMessage }, body: null, ct);

    /// <summary>
    /// Newest first; empty when the bot may not read the history. The limit is from 1 to <see cref="DiscordLimits.MessagesPerPage"/>;
    /// with <paramref name="before"/> only messages that are older than that one.
    /// See https://discord.com/developers/docs/resources/message#get-channel-messages.
    /// </summary>
    public Task<IReadOnlyList<Message>> GetChannelMessagesAsync(Snowflake channelId, int limit, Snowflake? before, CancellationToken ct) =>
        SendAsync(
            before is { } id
                ? Route.Get($"/channels/{channelId}/messages?limit={limit}&before={id}")
                : Route.Get($"/channels/{channelId}/messages?limit={limit}"),
            Json.IReadOnlyListMessage, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#get-channel-message.</summary>
    public Task<Message> GetChannelMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}/messages/{messageId}"), Json.Message, ct);

    /// <summary>
    /// Publishes a message of an announcement channel to all channels that follow it. A few an hour are allowed, and a limit that
    /// lasts for long is thrown, not waited for.
    /// See https://discord.com/developers/docs/resources/message#crosspost-message.
    /// </summary>
    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/messages/{messageId}/crosspost"), Json.Message, ct);
}
