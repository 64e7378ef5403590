using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Rules;

namespace Sandbox.Api;

/// <summary>
/// What a bot may still do with an interaction's token: its first answer is <c>@original</c>.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
/// </summary>
sealed class FollowUpsApi(World world, InteractionMessages messages, Uploads uploads)
{
    public Answer CreateFollowupMessage(Call call)
    {
        var interaction = Interaction(call);
        var payload = uploads.Attach(call.Body, call.Files, interaction.ChannelId);
        MessageRules.CheckNew(payload);
        // Documented, and deprecated: after a deferral the first follow-up fills the waiting message.
        var message = messages.Original(interaction) is { } waiting && waiting.Has(MessageFlags.Loading)
            ? world.Board.Edit(waiting, payload, MessageDraft.PingUsers)
            : messages.FollowUp(interaction, payload);
        interaction.Shown.TrySetResult(message.Id);
        return Answer.Ok(message.Json);
    }

    public Answer GetInteractionMessage(Call call) => Answer.Ok(Message(call, Interaction(call)).Json);

    public Answer EditInteractionMessage(Call call)
    {
        var interaction = Interaction(call);
        var message = Message(call, interaction);
        var changes = uploads.Attach(call.Body, call.Files, interaction.ChannelId, message.Json);
        MessageRules.CheckEdit(changes, message.Json);
        var edited = world.Board.Edit(message, changes, MessageDraft.PingUsers);
        interaction.Shown.TrySetResult(edited.Id);
        return Answer.Ok(edited.Json);
    }

    public Answer DeleteInteractionMessage(Call call)
    {
        var interaction = Interaction(call);
        var message = Message(call, interaction);
        world.Board.Remove(message);
        interaction.Shown.TrySetResult(message.Id);
        return Answer.NoContent;
    }

    Interaction Interaction(Call call)
    {
        Access.CheckApplication(call);
        if (world.Interactions.WithToken(call.Route("token")) is not { } interaction || interaction.Answered is null)
            throw DiscordError.UnknownWebhook();
        return world.Interactions.IsExpired(interaction) ? throw DiscordError.InvalidWebhookToken() : interaction;
    }

    StoredMessage Message(Call call, Interaction interaction)
    {
        var id = call.Route("message") == "@original" ? interaction.OriginalId : call.Route("message");
        return id is not null && interaction.MessageIds.Contains(id) && world.Messages.Find(interaction.ChannelId, id) is { } message
            ? message
            : throw DiscordError.UnknownMessage();
    }
}
