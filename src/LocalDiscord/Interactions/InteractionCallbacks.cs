using System.Text.Json.Nodes;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>
/// Carries out the bot's first answer to an interaction, whether it came through its own route or as an endpoint's response.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
/// </summary>
sealed class InteractionCallbacks(
    InteractionStore interactions, MessageStore store, MessageService messages, InteractionMessages answers, Uploads uploads)
{
    static readonly long[] ToCommands = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.Modal];
    static readonly long[] ToAutocomplete = [CallbackType.Choices];
    static readonly long[] ToModals =
        [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.UpdateMessage];
    static readonly long[] ToComponents = [.. ToModals, CallbackType.Modal];

    /// <summary>Returns the message that the callback posted or refers to, if any.</summary>
    /// <param name="sentBytes">The size of the callback's JSON as it was sent.</param>
    /// <exception cref="DiscordException">The callback is too late, the second one, or not allowed for this interaction.</exception>
    public StoredMessage? Accept(Interaction interaction, JsonObject callback, IReadOnlyList<UploadedFile> files, int sentBytes)
    {
        if (interaction.Answered is not null)
            throw DiscordError.AlreadyAcknowledged();
        if (interactions.IsTooLateToAnswer(interaction))
            throw DiscordError.UnknownInteraction();
        var type = CheckType(callback, interaction);
        var message = CarryOut(interaction, type, callback.Object("data") ?? [], files, sentBytes);
        interaction.Answer(type, callback);
        return message;
    }

    StoredMessage? CarryOut(Interaction interaction, int type, JsonObject data, IReadOnlyList<UploadedFile> files, int sentBytes)
    {
        switch (type)
        {
            case CallbackType.Message:
                data = uploads.Attach(data, files, interaction.ChannelId);
                MessageRules.CheckNew(data, sentBytes);
                return answers.Answer(interaction, data);
            case CallbackType.DeferredMessage:
                return answers.Defer(interaction, data);
            case CallbackType.DeferredUpdate:
                return Source(interaction);
            case CallbackType.UpdateMessage:
                var source = Source(interaction);
                data = uploads.Attach(data, files, interaction.ChannelId, source.Json);
                MessageRules.CheckEdit(data, source.Json, sentBytes);
                return messages.Edit(source, data, MessageDraft.PingUsers);
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

    /// <summary>The message whose component was used, which @original refers to from now on.</summary>
    StoredMessage Source(Interaction interaction)
    {
        var source = store.Find(interaction.ChannelId, interaction.SourceMessageId!) ?? throw DiscordError.UnknownMessage();
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
