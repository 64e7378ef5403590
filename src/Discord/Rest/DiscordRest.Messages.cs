using Discord.Models;

namespace Discord.Rest;

/// <content>https://discord.com/developers/docs/resources/message</content>
public sealed partial class DiscordRest
{
    /// <summary>Discord remembers a nonce for "the past few minutes".</summary>
    static readonly TimeSpan NonceIsRemembered = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Retries after a lost response or a 5xx status only with <see cref="CreateMessage.EnforceNonce"/>, because a retry without it could
    /// post the message twice, and only for two minutes, because Discord forgets the nonce.
    /// See https://discord.com/developers/docs/resources/message#create-message.
    /// </summary>
    public Task<Message> CreateMessageAsync(Snowflake channelId, CreateMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/channels/{channelId}/messages") with
            {
                CanRetry = message is { Nonce: not null, EnforceNonce: true },
                RepeatWithin = NonceIsRemembered,
            },
            RequestBody.Of(message, Json.CreateMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#edit-message.</summary>
    public Task<Message> EditMessageAsync(Snowflake channelId, Snowflake messageId, EditMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Patch($"/channels/{channelId}/messages/{messageId}"),
            RequestBody.Of(message, Json.EditMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#delete-message.</summary>
    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(
            Route.Delete($"/channels/{channelId}/messages/{messageId}") with { AlreadyDoneError = DiscordError.UnknownMessage },
            body: null, ct);

    /// <summary>
    /// A page of messages, newest first. Empty if the bot may not read the channel's history.
    /// See https://discord.com/developers/docs/resources/message#get-channel-messages.
    /// </summary>
    /// <param name="limit">From 1 to <see cref="DiscordLimits.MessagesPerPage"/>.</param>
    /// <param name="before">Only messages older than this one: for the next page, the last message of this page.</param>
    public Task<IReadOnlyList<Message>> GetChannelMessagesAsync(
        Snowflake channelId, int limit, Snowflake? before, CancellationToken ct) =>
        SendAsync(
            before is { } id
                ? Route.Get($"/channels/{channelId}/messages?limit={limit}&before={id}")
                : Route.Get($"/channels/{channelId}/messages?limit={limit}"),
            Json.IReadOnlyListMessage, ct);

    /// <summary>See https://discord.com/developers/docs/resources/message#get-channel-message.</summary>
    public Task<Message> GetChannelMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}/messages/{messageId}"), Json.Message, ct);

    /// <summary>
    /// Publishes a message of an announcement channel to all channels that follow it. Discord allows a few per hour; when the limit is
    /// reached, this throws instead of waiting.
    /// See https://discord.com/developers/docs/resources/message#crosspost-message.
    /// </summary>
    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Post($"/channels/{channelId}/messages/{messageId}/crosspost"), Json.Message, ct);
}
