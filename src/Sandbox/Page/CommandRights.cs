using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What a moderator decides in the server's settings: who may use a command.</summary>
sealed class CommandRights(World world, People people)
{
    /// <exception cref="PersonsMistake">They may not decide that, or there is no such command.</exception>
    public Answer Put(Call call)
    {
        var user = people.User(call.Body.Text("as") ?? "moderator");
        var channel = people.Channel(call.Body.Text("channel") ?? "general", user);
        if (world.Places.Of(channel) is not { } guild || !world.Places.May(user, channel, Permissions.ManageGuild))
            throw new PersonsMistake("Who may use a command is decided by those who have Manage Server.");
        var decided = world.CommandPermissions.Put(guild.Id, IdOf(call.Body.Text("command"), guild.Id), call.Body.Objects("permissions"));
        world.Gateway.Dispatch("APPLICATION_COMMAND_PERMISSIONS_UPDATE", decided, Intents.None, guild.Id);
        world.Page.Publish("commands", new JsonObject(), _ => true);
        return Answer.Ok(decided);
    }

    string IdOf(string? name, string guildId) => name is null
        ? Seed.ApplicationId
        : world.Commands.Usable(guildId).FirstOrDefault(command => command.Text("name") == name.TrimStart('/'))?.Text("id")
            ?? throw new PersonsMistake($"There is no command \"{name}\".");
}
