using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Interactions;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>
/// Commands that are chosen from the menu of a message or a user.
/// https://discord.com/developers/docs/interactions/application-commands#user-commands
/// </summary>
sealed class MenuCommands(World world, People people)
{
    const int UserCommand = 2, MessageCommand = 3;

    /// <exception cref="PersonsMistake">There is no such command, or nothing to use it on.</exception>
    public PreparedInteraction Prepare(string user, JsonObject channel, JsonObject menu)
    {
        if (menu.Text("message") is { } messageId)
        {
            var message = people.Message(messageId, user);
            var resolved = new JsonObject { ["messages"] = new JsonObject { [messageId] = message.Json.DeepClone() } };
            return Prepare(MessageCommand, user, world.Places.Channel(message.ChannelId)!, menu, messageId, resolved);
        }

        var target = people.User(menu.Text("user") ?? throw new PersonsMistake("Say what to use it on: message or user."));
        return Prepare(UserCommand, user, channel, menu, target, InteractionJson.Resolved([target], user, channel, world.Places)!);
    }

    PreparedInteraction Prepare(int type, string user, JsonObject channel, JsonObject menu, string targetId, JsonObject resolved)
    {
        var command = Command(type, user, channel, menu.Text("command"));
        var data = new JsonObject
        {
            ["id"] = command.Text("id"),
            ["name"] = command.Text("name"),
            ["type"] = type,
            ["target_id"] = targetId,
            ["resolved"] = resolved,
        };
        if (command.Text("guild_id") is { } guild)
            data["guild_id"] = guild;
        var interaction = world.Interactions.Open(InteractionType.Command, user, channel.Text("id")!, command.Text("name"));
        (interaction.TargetId, interaction.IsFromMenu) = (targetId, true);
        return new(interaction, InteractionJson.For(interaction, data, message: null, world.Places));
    }

    JsonObject Command(int type, string user, JsonObject channel, string? name)
    {
        var offered = people.Commands(user, channel).Where(command => command.Whole("type") == type).ToList();
        return offered.Find(command => command.Text("name") == name) ?? throw new PersonsMistake(offered.Count == 0
            ? $"There is no \"{name}\" in the menu: it has no commands."
            : $"There is no \"{name}\" in the menu. Known: {string.Join(", ", offered.Select(command => command.Text("name")))}.");
    }
}
