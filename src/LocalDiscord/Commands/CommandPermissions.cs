using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>
/// Who may use which command where, as a guild's moderators decided, for one command or for all of the application's commands.
/// https://discord.com/developers/docs/interactions/application-commands#permissions
/// </summary>
sealed class CommandPermissions
{
    const int Role = 1, User = 2, Channel = 3;

    readonly Dictionary<(string GuildId, string Id), JsonArray> decided = [];

    /// <param name="id">The command, or the application for all of its commands.</param>
    public JsonObject? In(string guildId, string id) =>
        decided.TryGetValue((guildId, id), out var permissions) ? ToJson(guildId, id, permissions) : null;

    public IEnumerable<JsonObject> In(string guildId) =>
        decided.Where(one => one.Key.GuildId == guildId).Select(one => ToJson(guildId, one.Key.Id, one.Value));

    public JsonObject Put(string guildId, string id, IEnumerable<JsonObject> permissions)
    {
        decided[(guildId, id)] = Json.ArrayOf(permissions);
        return In(guildId, id)!;
    }

    /// <summary>Whether a member may use a command in a channel; null if its default permissions decide.</summary>
    public bool? Allow(JsonObject command, JsonObject member, JsonObject channel, string guildId)
    {
        var channelId = ChannelType.IsThread(channel) ? channel.Text("parent_id")! : channel.Text("id")!;
        var everywhere = (Snowflakes.Parse(guildId) - 1).ToString(CultureInfo.InvariantCulture);
        var rules = new[] { command.Text("id")!, Seed.ApplicationId }
            .Select(id => decided.GetValueOrDefault((guildId, id)) ?? []).ToList();
        if (First(rules, set => Find(set, Channel, channelId) ?? Find(set, Channel, everywhere)) == false)
            return false;
        var user = member.Object("user")!.Text("id")!;
        return First(rules, set => Find(set, User, user) ?? Roles(set, member) ?? Find(set, Role, guildId));
    }

    // One allowed role is enough.
    static bool? Roles(JsonArray rules, JsonObject member)
    {
        var allowed = member.Texts("roles").Select(role => Find(rules, Role, role)).OfType<bool>().ToList();
        return allowed.Count == 0 ? null : allowed.Contains(true);
    }

    static bool? Find(JsonArray rules, int type, string id) =>
        rules.OfType<JsonObject>().FirstOrDefault(rule => rule.Whole("type") == type && rule.Text("id") == id)?.Flag("permission");

    static bool? First(IEnumerable<JsonArray> rules, Func<JsonArray, bool?> read) =>
        rules.Select(read).FirstOrDefault(allowed => allowed is not null);

    static JsonObject ToJson(string guildId, string id, JsonArray permissions) => new()
    {
        ["id"] = id,
        ["application_id"] = Seed.ApplicationId,
        ["guild_id"] = guildId,
        ["permissions"] = permissions.DeepClone(),
    };
}
