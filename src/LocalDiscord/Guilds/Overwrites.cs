using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>
/// A channel's exceptions from its roles' permissions.
/// https://discord.com/developers/docs/resources/channel#overwrite-object
/// </summary>
static class Overwrites
{
    /// <summary>One overwrite as Discord returns it, with every field.</summary>
    public static JsonObject Normalize(string id, JsonObject asked) => new()
    {
        ["id"] = id,
        ["type"] = asked.Whole("type") ?? OverwriteType.Role,
        ["allow"] = asked["allow"]?.ToString() ?? "0",
        ["deny"] = asked["deny"]?.ToString() ?? "0",
    };

    /// <summary>For each role or member, the last overwrite wins.</summary>
    public static JsonArray Normalize(IEnumerable<JsonObject> asked) =>
        Json.ArrayOf(asked.GroupBy(one => one.Text("id")!).Select(all => Normalize(all.Key, all.Last())));

    public static IEnumerable<JsonObject> Of(JsonObject channel) => channel.Objects("permission_overwrites");

    public static ulong Bits(JsonObject? overwrite, string name) =>
        overwrite?.Text(name) is { } text ? ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>
    /// The bot can't grant or deny permissions that it doesn't have in the guild or in the channel's category, unless an
    /// overwrite of the channel lets it manage permissions there.
    /// </summary>
    /// <param name="channel">The channel before the change; null for a new one.</param>
    /// <exception cref="DiscordException">50013</exception>
    public static void CheckMaySet(Guild guild, JsonObject? channel, JsonObject? category, IEnumerable<JsonObject> after)
    {
        var before = channel is null ? [] : Of(channel);
        var isTrusted = before.Any(one =>
            one.Text("id") == Seed.ApplicationId && (Bits(one, "allow") & Permissions.ManageRoles) != 0);
        var held = guild.PermissionsOf(Seed.ApplicationId) | (category is null ? 0 : guild.PermissionsIn(category, Seed.ApplicationId));
        if (!isTrusted && (Changed(before, after) & ~held) != 0)
            throw DiscordError.MissingPermissions();
    }

    /// <summary>The permissions that change for anybody.</summary>
    static ulong Changed(IEnumerable<JsonObject> before, IEnumerable<JsonObject> after)
    {
        var (old, now) = (before.ToDictionary(one => one.Text("id")!), after.ToDictionary(one => one.Text("id")!));
        return old.Keys.Union(now.Keys).Aggregate(0UL, (bits, id) => bits
            | (Bits(old.GetValueOrDefault(id), "allow") ^ Bits(now.GetValueOrDefault(id), "allow"))
            | (Bits(old.GetValueOrDefault(id), "deny") ^ Bits(now.GetValueOrDefault(id), "deny")));
    }
}
