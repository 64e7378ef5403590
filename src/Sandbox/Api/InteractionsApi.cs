using System.Text.Json.Nodes;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>
/// A bot's first answer to an interaction.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
/// </summary>
sealed class InteractionsApi(World world, InteractionMessages messages, Uploads uploads)
{
    static readonly long[] ToCommands = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.Modal];
    static readonly long[] ToComponents = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.UpdateMessage, CallbackType.Modal];
    static readonly long[] ToAutocomplete = [CallbackType.Choices];
    static readonly long[] ToModals = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.UpdateMessage];

    public Answer CreateInteractionResponse(Call call)
    {
        var interaction = Interaction(call);
        var type = CheckType(call.Body, interaction);
        var data = call.Body.Object("data") ?? [];
        var shown = Carry(call, interaction, type, data);
        interaction.Answer(type, call.Body);
        return call.QueryFlag("with_response") ? Answer.Ok(Response(interaction, type, shown)) : Answer.NoContent;
    }

    Interaction Interaction(Call call)
    {
        if (world.Interactions.WithToken(call.Route("token")) is not { } interaction || interaction.Id != call.Route("interaction"))
            throw DiscordError.UnknownInteraction();
        if (interaction.Answered is not null)
            throw DiscordError.AlreadyAcknowledged();
        return world.Interactions.IsTooLateToAnswer(interaction) ? throw DiscordError.UnknownInteraction() : interaction;
    }

    /// <summary>Does what the callback asks for, and answers the message that it is about, if any.</summary>
    StoredMessage? Carry(Call call, Interaction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case CallbackType.Message:
                data = uploads.Attach(data, call, interaction.ChannelId);
                MessageRules.CheckNew(data);
                return messages.Answer(interaction, data);
            case CallbackType.DeferredMessage:
                return messages.Defer(interaction, data);
            case CallbackType.DeferredUpdate:
                return Source(interaction);
            case CallbackType.UpdateMessage:
                var source = Source(interaction);
                data = uploads.Attach(data, call, interaction.ChannelId, source.Json);
                MessageRules.CheckEdit(data, source.Json);
                return world.Board.Edit(source, data, MessageDraft.PingUsers);
            case CallbackType.Choices:
                var errors = new FormErrors();
                ChoiceRules.Check(data, "data", optionType: null, errors);
                errors.ThrowIfAny();
                return null;
            default:
                ModalRules.Check(data);
                return null;
        }
    }

    /// <summary>The message whose component was used; @original means it from now on.</summary>
    StoredMessage Source(Interaction interaction)
    {
        var source = world.Messages.Find(interaction.ChannelId, interaction.SourceMessageId!) ?? throw DiscordError.UnknownMessage();
        interaction.OriginalId = source.Id;
        interaction.MessageIds.Add(source.Id);
        return source;
    }

    static int CheckType(JsonObject callback, Interaction interaction)
    {
        var allowed = interaction.Type switch
        {
            InteractionType.Autocomplete => ToAutocomplete,
            InteractionType.Component => ToComponents,
            InteractionType.ModalSubmit => interaction.SourceMessageId is null ? ToCommands[..2] : ToModals,
            _ => ToCommands,
        };
        var errors = new FormErrors();
        if (callback["type"] is null)
            errors.Required("type");
        else if (callback.Whole("type") is not { } type || !allowed.Contains(type))
            errors.OneOf("type", allowed);
        errors.ThrowIfAny();
        return (int)callback.Whole("type")!.Value;
    }

    static JsonObject Response(Interaction interaction, int type, StoredMessage? shown)
    {
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
