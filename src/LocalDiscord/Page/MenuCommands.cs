using System.Text.Json.Nodes;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>
/// Commands that a user chooses from the menu of a message or another user.
/// https://discord.com/developers/docs/interactions/application-commands#user-commands
/// </summary>
sealed class MenuCommands(PageUsers users, ChannelDirectory directory, CommandAccess access, InteractionStore interactions)
{
    const int UserCommand = 2, MessageCommand = 3;

    /// <exception cref="UserErrorException">There is no such command, or no target for it.</exception>
    public PreparedInteraction Prepare(string user, JsonObject channel, JsonObject menu)
    {
        if (menu.IdOrName("message") is { } messageId)
        {
            var message = users.Message(messageId, user);
            var resolved = new JsonObject { ["messages"] = new JsonObject { [messageId] = message.Json.DeepClone() } };
            return Prepare(MessageCommand, user, directory.Channel(message.ChannelId)!, menu, messageId, resolved);
        }

        var target = users.User(
            menu.IdOrName("user") ?? throw new UserErrorException("Specify a target for the command: message or user."));
        return Prepare(UserCommand, user, channel, menu, target, InteractionJson.Resolved([target], user, channel, directory)!);
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
        var interaction = interactions.Open(InteractionType.Command, user, channel.Text("id")!, command.Text("name"));
        (interaction.TargetId, interaction.IsFromMenu) = (targetId, true);
        return new(interaction, InteractionJson.For(interaction, data, message: null, directory));
    }

    JsonObject Command(int type, string user, JsonObject channel, string? name)
    {
        var offered = access.CommandsFor(user, channel).Where(command => command.Whole("type") == type).ToList();
        return offered.Find(command => command.Text("name") == name) ?? throw new UserErrorException(offered.Count == 0
            ? $"There is no command \"{name}\" in this menu, which has no commands at all."
            : $"There is no command \"{name}\" in this menu. It has {string.Join(", ", offered.Select(command => command.Text("name")))}.");
    }
}
