using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user presses a button, chooses from a select menu, or submits a modal.</summary>
sealed class ComponentActions(PageUsers users, ChannelDirectory directory, MessageStore store, InteractionStore interactions)
{
    public PreparedInteraction Press(string user, JsonObject press)
    {
        var (message, button) = Component(user, press);
        if (button.Whole("type") != Components.Button)
            throw new UserErrorException($"{press.Text("custom_id")} isn't a button.");
        return Prepare(message, user, button, values: null);
    }

    public PreparedInteraction Select(string user, JsonObject select)
    {
        var (message, menu) = Component(user, select);
        var values = SelectedValues.Check(menu, [.. select.IdsOrNames("values")], GuildOf(ChannelOf(message)));
        return Prepare(message, user, menu, values);
    }

    /// <param name="keep">Stores the files that were sent with the form, in a channel.</param>
    public PreparedInteraction Submit(string user, JsonObject submit, Func<string, SentFiles> keep)
    {
        var opener = interactions.WithModal(user, submit.Text("custom_id"))
            ?? throw new UserErrorException($"No form \"{submit.Text("custom_id")}\" is open.");
        var channel = directory.Channel(opener.ChannelId) ?? throw new UserErrorException("The form's channel was deleted.");
        var files = keep(opener.ChannelId);
        var data = SubmittedModal.Read(opener.Modal!, files.Named(submit), GuildOf(channel));
        if (InteractionJson.Resolved(SubmittedModal.Chosen(opener.Modal!, data), user, channel, directory) is { } resolved)
            data["resolved"] = resolved;
        files.Resolve(data);
        var message = opener.SourceMessageId is { } source ? store.Find(opener.ChannelId, source) : null;
        var interaction = interactions.Open(
            InteractionType.ModalSubmit, user, opener.ChannelId, sourceMessageId: message?.Id, opener: opener);
        return new(interaction, InteractionJson.For(interaction, data, message?.Json, directory));
    }

    PreparedInteraction Prepare(StoredMessage message, string user, JsonObject component, IReadOnlyList<string>? values)
    {
        var data = new JsonObject
        {
            ["custom_id"] = component.Text("custom_id"),
            ["component_type"] = component.Whole("type"),
            ["id"] = component.Whole("id"),
        };
        if (values is not null)
            data["values"] = Json.ArrayOf(values);
        if (component.Whole("type") != Components.StringSelect
            && InteractionJson.Resolved(values ?? [], user, ChannelOf(message), directory) is { } resolved)
            data["resolved"] = resolved;
        var interaction = interactions.Open(InteractionType.Component, user, message.ChannelId, sourceMessageId: message.Id);
        return new(interaction, InteractionJson.For(interaction, data, message.Json, directory));
    }

    JsonObject ChannelOf(StoredMessage message) => directory.Channel(message.ChannelId)!;

    Guild GuildOf(JsonObject channel) => directory.GuildOf(channel) ?? directory.Home;

    (StoredMessage Message, JsonObject Component) Component(string user, JsonObject target)
    {
        var message = users.Message(target.IdOrName("message") ?? "", user);
        var component = Components.WithCustomId(message.Json, target.Text("custom_id") ?? "")
            ?? throw new UserErrorException($"The message has no \"{target.Text("custom_id")}\".");
        return component.Flag("disabled")
            ? throw new UserErrorException($"\"{target.Text("custom_id")}\" is disabled.")
            : (message, component);
    }
}
