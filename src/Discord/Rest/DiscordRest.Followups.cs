namespace Discord;

/// <content>Messages after the first answer: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages</content>
public sealed partial class DiscordRest
{
    /// <summary>
    /// A further message, which cannot carry a nonce.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message.
    /// </summary>
    public Task<Message> CreateFollowupMessageAsync(
        Snowflake applicationId, string interactionToken, CreateMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}"),
            RequestBody.Of(message with { Nonce = null, EnforceNonce = false }, Json.CreateMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#get-followup-message.</summary>
    public Task<Message> GetFollowupMessageAsync(
        Snowflake applicationId, string interactionToken, Snowflake messageId, CancellationToken ct) =>
        SendAsync(Route.Get($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/{messageId}"), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#edit-followup-message.</summary>
    public Task<Message> EditFollowupMessageAsync(
        Snowflake applicationId, string interactionToken, Snowflake messageId, EditMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Patch($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/{messageId}"),
            RequestBody.Of(message, Json.EditMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#delete-followup-message.</summary>
    public Task DeleteFollowupMessageAsync(
        Snowflake applicationId, string interactionToken, Snowflake messageId, CancellationToken ct) =>
        SendAsync(
            Route.Delete($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/{messageId}") with { DoneBefore = DiscordError.UnknownMessage },
            body: null, ct);
}
