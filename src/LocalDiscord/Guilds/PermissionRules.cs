using System.Text.Json.Nodes;
using LocalDiscord.Wire;
using static LocalDiscord.Guilds.Permissions;

namespace LocalDiscord.Guilds;

/// <summary>
/// The arithmetic of https://discord.com/developers/docs/topics/permissions#permission-overwrites:
/// roles first, then the overwrites of @everyone, of the member's roles together, and of the member.
/// </summary>
static class PermissionRules
{
    public static ulong InChannel(
        JsonObject guild, IEnumerable<JsonObject> roles, JsonObject channel, JsonObject member, bool inThread = false)
    {
        var user = member.Object("user")!.Text("id")!;
        var held = Held(guild, member);
        var permissions = InGuild(guild, roles, member);
        if (permissions == All)
            return All;

        var overwrites = channel.Objects("permission_overwrites").ToList();
        permissions = Apply(permissions, overwrites.Where(overwrite => overwrite.Text("id") == guild.Text("id")));
        held.Remove(guild.Text("id")!);
        permissions = Apply(permissions, overwrites.Where(overwrite => held.Contains(overwrite.Text("id")!)));
        permissions = Apply(permissions, overwrites.Where(overwrite => overwrite.Text("id") == user));
        return Implied(permissions, inThread ? SendMessagesInThreads : SendMessages);
    }

    /// <summary>Permissions before any channel's overwrites.</summary>
    public static ulong InGuild(JsonObject guild, IEnumerable<JsonObject> roles, JsonObject member)
    {
        var held = Held(guild, member);
        var permissions = roles.Where(role => held.Contains(role.Text("id")!))
            .Aggregate(0UL, (sum, role) => sum | Bits(role, "permissions"));
        return guild.Text("owner_id") == member.Object("user")!.Text("id") || (permissions & Administrator) != 0 ? All : permissions;
    }

    static HashSet<string> Held(JsonObject guild, JsonObject member) => [.. member.Texts("roles"), guild.Text("id")!];

    static ulong Apply(ulong permissions, IEnumerable<JsonObject> overwrites)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var overwrite in overwrites)
        {
            allow |= Bits(overwrite, "allow");
            deny |= Bits(overwrite, "deny");
        }

        return (permissions & ~deny) | allow;
    }

    static ulong Implied(ulong permissions, ulong toWrite)
    {
        if ((permissions & ViewChannel) == 0)
            return 0;
        return (permissions & toWrite) != 0
            ? permissions
            : permissions & ~(MentionEveryone | SendTtsMessages | AttachFiles | EmbedLinks);
    }

    static ulong Bits(JsonObject from, string name) => Snowflakes.Parse(from.Text(name)!);
}
