using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>Which commands a user can use in a channel.</summary>
sealed class CommandAccess(ChannelDirectory directory, CommandRegistry commands, CommandPermissions permissions)
{
    public IReadOnlyList<JsonObject> CommandsFor(string user, JsonObject channel) =>
        [.. commands.In(channel).Where(command => MissingPermissions(user, channel, command) == 0)];

    /// <summary>The permissions that the user would need for a command and doesn't have.</summary>
    public ulong MissingPermissions(string user, JsonObject channel, JsonObject command)
    {
        if (directory.GuildOf(channel) is not { } guild)
            return 0;
        var held = guild.PermissionsIn(channel, user);
        if ((held & Permissions.Administrator) != 0)
            return 0;
        return permissions.Allow(command, guild.Member(user)!, channel, guild.Id) switch
        {
            true => 0,
            false => Permissions.Administrator,
            null => MissingByDefault(command, held),
        };
    }

    static ulong MissingByDefault(JsonObject command, ulong held)
    {
        if (command.Text("default_member_permissions") is not { } text)
            return 0;
        var needed = ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        // "0" means administrators only.
        return needed == 0 ? Permissions.Administrator & ~held : needed & ~held;
    }
}
