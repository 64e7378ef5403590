using System.Text.Json.Nodes;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Rules;

namespace LocalDiscord.Api;

/// <summary>
/// The bot's first answer to an interaction.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
/// </summary>
sealed class InteractionsApi(InteractionStore interactions, InteractionCallbacks callbacks)
{
    public ApiResponse CreateInteractionResponse(ApiRequest request)
    {
        var interaction = Interaction(request);
        var message = callbacks.Accept(interaction, request.Body, request.Files, request.Sent.Length);
        return request.QueryFlag("with_response") ? ApiResponse.Ok(Response(interaction, message)) : ApiResponse.NoContent;
    }

    Interaction Interaction(ApiRequest request)
    {
        if (interactions.WithToken(request.Route("token")) is not { } interaction || interaction.Id != request.Route("interaction"))
            throw DiscordError.UnknownInteraction();
        return interaction;
    }

    static JsonObject Response(Interaction interaction, StoredMessage? message)
    {
        var type = interaction.Answered!.Value;
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        if (message is not null)
        {
            about["response_message_id"] = message.Id;
            about["response_message_loading"] = type == CallbackType.DeferredMessage;
            about["response_message_ephemeral"] = message.OnlyFor is not null;
        }

        var response = new JsonObject { ["interaction"] = about };
        if (message is not null && type is CallbackType.Message or CallbackType.UpdateMessage)
            response["resource"] = new JsonObject { ["type"] = type, ["message"] = message!.Json.DeepClone() };
        return response;
    }
}
