using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// What a bot can do with an interaction's token after its first answer, which is <c>@original</c>.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
/// </summary>
sealed class FollowUpsApi(
    InteractionStore interactions, MessageStore store, MessageService messages, InteractionMessages answers, Uploads uploads)
{
    public ApiResponse CreateFollowupMessage(ApiRequest request)
    {
        var interaction = Interaction(request);
        var payload = uploads.Attach(request.Body, request.Files, interaction.ChannelId);
        MessageRules.CheckNew(payload, request.Sent.Length);
        // Documented but deprecated: after a deferral, the first follow-up replaces "thinking…".
        var message = answers.Original(interaction) is { } waiting && waiting.Has(MessageFlags.Loading)
            ? messages.Edit(waiting, payload, MessageDraft.PingUsers)
            : answers.FollowUp(interaction, payload);
        interaction.Shown.TrySetResult(message.Id);
        return ApiResponse.Ok(message.Json);
    }

    public ApiResponse GetInteractionMessage(ApiRequest request) => ApiResponse.Ok(Message(request, Interaction(request)).Json);

    public ApiResponse EditInteractionMessage(ApiRequest request)
    {
        var interaction = Interaction(request);
        var message = Message(request, interaction);
        var changes = uploads.Attach(request.Body, request.Files, interaction.ChannelId, message.Json);
        MessageRules.CheckEdit(changes, message.Json, request.Sent.Length);
        var edited = messages.Edit(message, changes, MessageDraft.PingUsers);
        interaction.Shown.TrySetResult(edited.Id);
        return ApiResponse.Ok(edited.Json);
    }

    public ApiResponse DeleteInteractionMessage(ApiRequest request)
    {
        var interaction = Interaction(request);
        var message = Message(request, interaction);
        messages.Delete(message);
        interaction.Shown.TrySetResult(message.Id);
        return ApiResponse.NoContent;
    }

    Interaction Interaction(ApiRequest request)
    {
        Access.CheckApplication(request);
        if (interactions.WithToken(request.Route("token")) is not { } interaction || interaction.Answered is null)
            throw DiscordError.UnknownWebhook();
        return interactions.IsExpired(interaction) ? throw DiscordError.InvalidWebhookToken() : interaction;
    }

    StoredMessage Message(ApiRequest request, Interaction interaction)
    {
        var id = request.Route("message") == "@original" ? interaction.OriginalId : request.Route("message");
        return id is not null && interaction.MessageIds.Contains(id) && store.Find(interaction.ChannelId, id) is { } message
            ? message
            : throw DiscordError.UnknownMessage();
    }
}
