using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What moderators do to a bot in the server's settings: a role, its own for instance, gets or loses permissions.</summary>
sealed class RoleFaults(World world)
{
    /// <exception cref="PersonsMistake">There is no such role or permission.</exception>
    public void Cause(string name, JsonObject fault)
    {
        var guild = world.Places.Home;
        var role = guild.Roles.FirstOrDefault(role => role.Text("id") == name || role.Text("name") == name) ?? throw new PersonsMistake($"There is no role \"{name}\".");
        if (fault["deny"] is null && fault["allow"] is null)
            throw new PersonsMistake("Say what shall happen to the role: deny or allow.");
        var permissions = (Overwrites.Bits(role, "permissions") & ~Permissions.Named(fault.Texts("deny"))) | Permissions.Named(fault.Texts("allow"));
        role["permissions"] = permissions.ToString(CultureInfo.InvariantCulture);
        world.Changes.PutRole(guild.Id, role);
        world.Gateway.Dispatch("GUILD_ROLE_UPDATE", new JsonObject { ["guild_id"] = guild.Id, ["role"] = role.DeepClone() }, Intents.Guilds, guild.Id);
    }
}
