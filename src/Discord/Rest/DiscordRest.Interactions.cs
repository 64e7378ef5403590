using Discord.Models;

namespace Discord.Rest;

/// <content>https://discord.com/developers/docs/interactions/receiving-and-responding</content>
public sealed partial class DiscordRest
{
    // Discord rejects responses after three seconds, so there is no point in sending one later.
    static readonly TimeSpan ResponseDeadline = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The initial response, within 3 seconds.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response.
    /// </summary>
    public Task CreateInteractionResponseAsync(
        Snowflake interactionId, string interactionToken, InteractionResponse response, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/interactions/{interactionId}/{new InteractionToken(interactionToken)}/callback") with
            {
                CanRetry = true,
                AlreadyDoneError = DiscordError.InteractionAlreadyAcknowledged,
                MaxAttempts = 2,
                Deadline = ResponseDeadline,
                Timeout = ResponseDeadline,
            },
            RequestBody.Of(response, Json.InteractionResponse, response.Data?.Attachments), ct);

    /// <summary>
    /// Edits the initial response, including one that was deferred.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#edit-original-interaction-response.
    /// </summary>
    public Task<Message> EditOriginalInteractionResponseAsync(
        Snowflake applicationId, string interactionToken, EditMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Patch($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/@original"),
            RequestBody.Of(message, Json.EditMessage, message.Attachments), Json.Message, ct);

    /// <summary>
    /// An additional message after the initial response. Discord does not support a nonce here, so it is left out, and a lost response
    /// is not retried.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message.
    /// </summary>
    public Task<Message> CreateFollowupMessageAsync(
        Snowflake applicationId, string interactionToken, CreateMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}"),
            RequestBody.Of(WithoutNonce(message), Json.CreateMessage, message.Attachments), Json.Message, ct);

    static CreateMessage WithoutNonce(CreateMessage message) => message with { Nonce = null, EnforceNonce = false };
}
