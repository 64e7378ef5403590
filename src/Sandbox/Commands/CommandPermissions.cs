using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Commands;

/// <summary>
/// Who may use which command where, as a guild's moderators decided: for one command, or for all of the application's.
/// https://discord.com/developers/docs/interactions/application-commands#permissions
/// </summary>
sealed class CommandPermissions
{
    const int Role = 1, User = 2, Channel = 3;

    readonly Dictionary<(string GuildId, string Id), JsonArray> decided = [];

    /// <param name="guildId">Where.</param>
    /// <param name="id">The command, or the application for all of its commands.</param>
    public JsonObject? In(string guildId, string id) => decided.TryGetValue((guildId, id), out var permissions) ? ToJson(guildId, id, permissions) : null;

    public IEnumerable<JsonObject> In(string guildId) => decided.Where(one => one.Key.GuildId == guildId).Select(one => ToJson(guildId, one.Key.Id, one.Value));

    public JsonObject Put(string guildId, string id, IEnumerable<JsonObject> permissions)
    {
        decided[(guildId, id)] = Json.ArrayOf(permissions);
        return In(guildId, id)!;
    }

    /// <summary>Whether somebody may use a command there; null when nothing was decided, and its default permissions count.</summary>
    public bool? Allow(JsonObject command, JsonObject member, JsonObject channel, string guildId)
    {
        var place = ChannelType.IsThread(channel) ? channel.Text("parent_id")! : channel.Text("id")!;
        var everywhere = (Snowflakes.Parse(guildId) - 1).ToString(CultureInfo.InvariantCulture);
        var rules = new[] { command.Text("id")!, Seed.ApplicationId }.Select(id => decided.GetValueOrDefault((guildId, id)) ?? []).ToList();
        if (First(rules, set => Find(set, Channel, place) ?? Find(set, Channel, everywhere)) == false)
            return false;
        return First(rules, set => Find(set, User, member.Object("user")!.Text("id")!) ?? Roles(set, member) ?? Find(set, Role, guildId));
    }

    // One role that may is enough.
    static bool? Roles(JsonArray rules, JsonObject member)
    {
        var said = member.Texts("roles").Select(role => Find(rules, Role, role)).OfType<bool>().ToList();
        return said.Count == 0 ? null : said.Contains(true);
    }

    static bool? Find(JsonArray rules, int type, string id) =>
        rules.OfType<JsonObject>().FirstOrDefault(rule => rule.Whole("type") == type && rule.Text("id") == id)?.Flag("permission");

    static bool? First(IEnumerable<JsonArray> rules, Func<JsonArray, bool?> read) => rules.Select(read).FirstOrDefault(said => said is not null);

    static JsonObject ToJson(string guildId, string id, JsonArray permissions) => new()
    {
        ["id"] = id,
        ["application_id"] = Seed.ApplicationId,
        ["guild_id"] = guildId,
        ["permissions"] = permissions.DeepClone(),
    };
}
