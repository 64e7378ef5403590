using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Changes the permissions of a role, for example the bot's own, as moderators can in the server settings.</summary>
sealed class RoleFaults(ChannelDirectory directory, GuildChangeLog changes, ThreadListSync threadLists, EventBus events)
{
    /// <exception cref="UserErrorException">There is no such role or permission.</exception>
    public void Cause(string name, JsonObject fault)
    {
        var guild = directory.Home;
        var role = guild.Roles.FirstOrDefault(role => role.Text("id") == name || role.Text("name") == name)
            ?? throw new UserErrorException($"There is no role \"{name}\".");
        if (fault["deny"] is null && fault["allow"] is null)
            throw new UserErrorException("Specify what happens to the role: deny or allow.");
        var denied = Permissions.Named(fault.Texts("deny"));
        var permissions = (Overwrites.Bits(role, "permissions") & ~denied) | Permissions.Named(fault.Texts("allow"));
        role["permissions"] = permissions.ToString(CultureInfo.InvariantCulture);
        changes.PutRole(guild.Id, role);
        var update = new JsonObject { ["guild_id"] = guild.Id, ["role"] = role.DeepClone() };
        events.SendToBots("GUILD_ROLE_UPDATE", update, Intents.Guilds, guild.Id);
        threadLists.Check(guild);
    }
}
