using System.Text.Json.Nodes;
using Sandbox.Interactions;
using Sandbox.Messages;

namespace Sandbox.Api;

/// <summary>
/// A bot's first answer to an interaction.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
/// </summary>
sealed class InteractionsApi(World world, Callbacks callbacks)
{
    public Answer CreateInteractionResponse(Call call)
    {
        var interaction = Interaction(call);
        var shown = callbacks.Take(interaction, call.Body, call.Files);
        return call.QueryFlag("with_response") ? Answer.Ok(Response(interaction, shown)) : Answer.NoContent;
    }

    Interaction Interaction(Call call)
    {
        if (world.Interactions.WithToken(call.Route("token")) is not { } interaction || interaction.Id != call.Route("interaction"))
            throw DiscordError.UnknownInteraction();
        return interaction;
    }

    static JsonObject Response(Interaction interaction, StoredMessage? shown)
    {
        var type = interaction.Answered!.Value;
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        if (shown is not null)
        {
            about["response_message_id"] = shown.Id;
            about["response_message_loading"] = type == CallbackType.DeferredMessage;
            about["response_message_ephemeral"] = shown.OnlyFor is not null;
        }

        var response = new JsonObject { ["interaction"] = about };
        if (shown is not null && type is CallbackType.Message or CallbackType.UpdateMessage)
            response["resource"] = new JsonObject { ["type"] = type, ["message"] = shown!.Json.DeepClone() };
        return response;
    }
}
