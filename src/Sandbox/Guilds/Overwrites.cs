using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>A channel's exceptions from what roles allow. https://discord.com/developers/docs/resources/channel#overwrite-object</summary>
static class Overwrites
{
    public const int ForRole = 0, ForMember = 1;

    /// <summary>As Discord keeps one, with what was left out.</summary>
    public static JsonObject Kept(string id, JsonObject asked) => new()
    {
        ["id"] = id,
        ["type"] = asked.Whole("type") ?? ForRole,
        ["allow"] = asked["allow"]?.ToString() ?? "0",
        ["deny"] = asked["deny"]?.ToString() ?? "0",
    };

    /// <summary>For each role or member the last that is said.</summary>
    public static JsonArray Kept(IEnumerable<JsonObject> asked) =>
        Json.ArrayOf(asked.GroupBy(one => one["id"]!.ToString()).Select(all => Kept(all.Key, all.Last())));

    /// <summary>The permissions that are not the same any more for somebody.</summary>
    public static ulong Changed(IEnumerable<JsonObject> before, IEnumerable<JsonObject> after)
    {
        var (old, now) = (before.ToDictionary(one => one.Text("id")!), after.ToDictionary(one => one.Text("id")!));
        return old.Keys.Union(now.Keys).Aggregate(0UL, (bits, id) => bits
            | (Bits(old.GetValueOrDefault(id), "allow") ^ Bits(now.GetValueOrDefault(id), "allow"))
            | (Bits(old.GetValueOrDefault(id), "deny") ^ Bits(now.GetValueOrDefault(id), "deny")));
    }

    public static ulong Bits(JsonObject? overwrite, string name) =>
        overwrite?.Text(name) is { } text ? ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    public static IEnumerable<JsonObject> Of(JsonObject channel) => channel.Objects("permission_overwrites");
}
