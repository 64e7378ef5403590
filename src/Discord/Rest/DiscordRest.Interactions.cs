namespace Discord;

/// <content>https://discord.com/developers/docs/interactions/receiving-and-responding</content>
public sealed partial class DiscordRest
{
    // Discord stops listening after three seconds: an answer that cannot go by then is worthless.
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The first answer, within 3 seconds.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response.
    /// </summary>
    public Task CreateInteractionResponseAsync(Snowflake interactionId, string interactionToken, InteractionResponse response, CancellationToken ct) =>
        SendAsync(
            InTime(Route.Post($"/interactions/{interactionId}/{new InteractionToken(interactionToken)}/callback")) with
            {
                MayRepeat = true,
                DoneBefore = DiscordError.InteractionAlreadyAcknowledged,
            },
            RequestBody.Of(response, Json.InteractionResponse, response.Data?.Attachments), ct);

    /// <summary>
    /// The first answer, and what has become of it: the query <c>with_response</c>. When that is lost, it is not sent again.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response.
    /// </summary>
    public Task<InteractionCallbackResponse> CreateInteractionResponseWithResponseAsync(
        Snowflake interactionId, string interactionToken, InteractionResponse response, CancellationToken ct) =>
        SendAsync(
            InTime(Route.Post($"/interactions/{interactionId}/{new InteractionToken(interactionToken)}/callback?with_response=true")),
            RequestBody.Of(response, Json.InteractionResponse, response.Data?.Attachments), Json.InteractionCallbackResponse, ct);

    /// <summary>
    /// Changes the first answer, or gives the deferred one.
    /// See https://discord.com/developers/docs/interactions/receiving-and-responding#edit-original-interaction-response.
    /// </summary>
    public Task<Message> EditOriginalInteractionResponseAsync(
        Snowflake applicationId, string interactionToken, EditMessage message, CancellationToken ct) =>
        SendAsync(
            Route.Patch($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/@original"),
            RequestBody.Of(message, Json.EditMessage, message.Attachments), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#get-original-interaction-response.</summary>
    public Task<Message> GetOriginalInteractionResponseAsync(Snowflake applicationId, string interactionToken, CancellationToken ct) =>
        SendAsync(Route.Get($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/@original"), Json.Message, ct);

    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#delete-original-interaction-response.</summary>
    public Task DeleteOriginalInteractionResponseAsync(Snowflake applicationId, string interactionToken, CancellationToken ct) =>
        SendAsync(
            Route.Delete($"/webhooks/{applicationId}/{new InteractionToken(interactionToken)}/messages/@original") with { DoneBefore = DiscordError.UnknownMessage },
            body: null, ct);

    static Route InTime(Route callback) => callback with { Tries = 2, Deadline = AnswerWithin, Patience = AnswerWithin };
}
