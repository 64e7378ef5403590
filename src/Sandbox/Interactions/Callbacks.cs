using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>
/// Carries out what a bot answers to an interaction, by whichever way it came.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
/// </summary>
sealed class Callbacks(World world, InteractionMessages messages, Uploads uploads)
{
    static readonly long[] ToCommands = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.Modal];
    static readonly long[] ToComponents = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.UpdateMessage, CallbackType.Modal];
    static readonly long[] ToAutocomplete = [CallbackType.Choices];
    static readonly long[] ToModals = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.UpdateMessage];

    /// <summary>Answers the message that the callback is about, if any.</summary>
    /// <exception cref="DiscordError">It comes twice, too late, or is not what may be answered here.</exception>
    public StoredMessage? Take(Interaction interaction, JsonObject callback, IReadOnlyList<UploadedFile> files)
    {
        if (interaction.Answered is not null)
            throw DiscordError.AlreadyAcknowledged();
        if (world.Interactions.IsTooLateToAnswer(interaction))
            throw DiscordError.UnknownInteraction();
        var type = CheckType(callback, interaction);
        var shown = Carry(interaction, type, callback.Object("data") ?? [], files);
        interaction.Answer(type, callback);
        return shown;
    }

    /// <summary>Does what the callback asks for, and answers the message that it is about, if any.</summary>
    StoredMessage? Carry(Interaction interaction, int type, JsonObject data, IReadOnlyList<UploadedFile> files)
    {
        switch (type)
        {
            case CallbackType.Message:
                data = uploads.Attach(data, files, interaction.ChannelId);
                MessageRules.CheckNew(data);
                return messages.Answer(interaction, data);
            case CallbackType.DeferredMessage:
                return messages.Defer(interaction, data);
            case CallbackType.DeferredUpdate:
                return Source(interaction);
            case CallbackType.UpdateMessage:
                var source = Source(interaction);
                data = uploads.Attach(data, files, interaction.ChannelId, source.Json);
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
}
