using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A moderator decides who can use a command, as in Discord's server settings.</summary>
sealed class CommandPermissionsApi(
    PageUsers users, ChannelDirectory directory, CommandRegistry commands, CommandPermissions permissions, EventBus events)
{
    /// <exception cref="UserErrorException">The user isn't allowed to decide that, or there is no such command.</exception>
    public ApiResponse Put(ApiRequest request)
    {
        IdFields.Read(request.Body["permissions"], "permissions");
        var user = users.User(request.Body.IdOrName("as") ?? "moderator");
        var channel = users.Channel(request.Body.IdOrName("channel") ?? "general", user);
        if (directory.GuildOf(channel) is not { } guild || !directory.HasPermission(user, channel, Permissions.ManageGuild))
            throw new UserErrorException("You need the Manage Server permission to decide who can use a command.");
        var id = IdOf(request.Body.Text("command"), guild.Id);
        var decided = permissions.Put(guild.Id, id, request.Body.Objects("permissions"));
        events.SendToBots("APPLICATION_COMMAND_PERMISSIONS_UPDATE", decided, Intents.None, guild.Id);
        events.SendToUsers("commands", new JsonObject(), _ => true);
        return ApiResponse.Ok(decided);
    }

    string IdOf(string? name, string guildId)
    {
        if (name is null)
            return Seed.ApplicationId;
        var command = commands.InGuild(guildId).FirstOrDefault(command => command.Text("name") == name.TrimStart('/'));
        return command?.Text("id") ?? throw new UserErrorException($"There is no command \"{name}\".");
    }
}
