using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>An interaction, and the event that tells a bot of it.</summary>
sealed record PreparedInteraction(Interaction Interaction, JsonObject Event);

/// <summary>What a person wants of the bot, checked as Discord's client checks it.</summary>
sealed class PersonsActions(World world, People people)
{
    /// <exception cref="PersonsMistake">They cannot do that.</exception>
    public PreparedInteraction Prepare(JsonObject action)
    {
        var locale = Locales.Read(action.Text("locale"));
        var prepared = Act(action);
        prepared.Event["locale"] = locale;
        return prepared;
    }

    PreparedInteraction Act(JsonObject action)
    {
        var user = people.User(action.Text("as"));
        var channel = people.Channel(action.Text("channel") ?? "general", user);
        if (channel.Whole("type") is ChannelType.Category or ChannelType.Forum || !world.Places.May(user, channel, Permissions.UseApplicationCommands))
            throw new PersonsMistake($"Commands cannot be used in #{channel.Text("name")}.");
        if (action.Text("command") is { } command)
            return Prepare(InteractionType.Command, user, channel, Commands(user, channel, command).Read(command));
        if (action.Text("suggest") is { } unfinished)
            return Prepare(InteractionType.Autocomplete, user, channel, Commands(user, channel, unfinished).ReadUnfinished(unfinished));
        if (action.Object("press") is { } press)
            return Press(user, press);
        if (action.Object("select") is { } select)
            return Select(user, select);
        if (action.Object("submit") is { } submit)
            return Submit(user, submit);
        if (action.Object("menu") is { } menu)
            return new MenuCommands(world, people).Prepare(user, channel, menu);
        throw new PersonsMistake("Say what to do: command, suggest, press, select, submit or menu.");
    }

    CommandLine Commands(string user, JsonObject channel, string text)
    {
        var all = world.Commands.Usable(channel.Text("guild_id")).ToList();
        var name = text.Trim().TrimStart('/').Split(' ')[0];
        if (all.Find(command => command.Text("name") == name) is { } command && people.Lacks(user, channel, command) is > 0 and var lacking)
            throw new PersonsMistake($"/{name} is for those who have {Permissions.Describe(lacking)}.");
        return new CommandLine(people.Commands(user, channel), GuildOf(channel));
    }

    PreparedInteraction Prepare(int type, string user, JsonObject channel, TypedCommand typed)
    {
        var data = new JsonObject
        {
            ["id"] = typed.Command.Text("id"),
            ["name"] = typed.Command.Text("name"),
            ["type"] = typed.Command.Whole("type"),
        };
        if (typed.Options.Count > 0)
            data["options"] = typed.Options;
        if (typed.Command.Text("guild_id") is { } guild)
            data["guild_id"] = guild;
        if (InteractionJson.Resolved(typed.Mentioned, user, channel, world.Places) is { } resolved)
            data["resolved"] = resolved;
        return Prepare(world.Interactions.Open(type, user, channel.Text("id")!, typed.FullName), data, message: null);
    }

    PreparedInteraction Press(string user, JsonObject press)
    {
        var (message, button) = Component(user, press);
        if (button.Whole("type") != Components.Button)
            throw new PersonsMistake($"{press.Text("custom_id")} is no button.");
        return Prepare(message, user, button, values: null);
    }

    PreparedInteraction Select(string user, JsonObject select)
    {
        var (message, menu) = Component(user, select);
        var values = SelectedValues.Read(menu, [.. select.Texts("values")], GuildOf(ChannelOf(message)));
        return Prepare(message, user, menu, values);
    }

    PreparedInteraction Submit(string user, JsonObject submit)
    {
        var opener = world.Interactions.WithModal(user, submit.Text("custom_id")) ?? throw new PersonsMistake($"No form \"{submit.Text("custom_id")}\" is open.");
        var channel = world.Places.Channel(opener.ChannelId) ?? throw new PersonsMistake("The form's channel is gone.");
        var data = SubmittedModal.Read(opener.Modal!, submit, GuildOf(channel));
        if (InteractionJson.Resolved(SubmittedModal.Chosen(opener.Modal!, data), user, channel, world.Places) is { } resolved)
            data["resolved"] = resolved;
        var message = opener.SourceMessageId is { } source ? world.Messages.Find(opener.ChannelId, source) : null;
        return Prepare(world.Interactions.Open(InteractionType.ModalSubmit, user, opener.ChannelId, sourceMessageId: message?.Id), data, message?.Json);
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
        if (component.Whole("type") != Components.StringSelect && InteractionJson.Resolved(values ?? [], user, ChannelOf(message), world.Places) is { } resolved)
            data["resolved"] = resolved;
        return Prepare(world.Interactions.Open(InteractionType.Component, user, message.ChannelId, sourceMessageId: message.Id), data, message.Json);
    }

    PreparedInteraction Prepare(Interaction interaction, JsonObject data, JsonObject? message) =>
        new(interaction, InteractionJson.For(interaction, data, message, world.Places));

    JsonObject ChannelOf(StoredMessage message) => world.Places.Channel(message.ChannelId)!;

    Guild GuildOf(JsonObject channel) => world.Places.Of(channel) ?? world.Places.Home;

    (StoredMessage Message, JsonObject Component) Component(string user, JsonObject target)
    {
        var message = people.Message(target.Text("message") ?? "", user);
        var component = Components.WithCustomId(message.Json, target.Text("custom_id") ?? "")
            ?? throw new PersonsMistake($"The message has no \"{target.Text("custom_id")}\".");
        return component.Flag("disabled") ? throw new PersonsMistake("That is disabled.") : (message, component);
    }
}
