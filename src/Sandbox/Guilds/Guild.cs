using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>The one guild: its channels, roles and members, and what each may do where.</summary>
sealed class Guild
{
    readonly JsonObject self = SeedGuild.Json();
    readonly List<JsonObject> channels = [.. SeedChannels.All()];
    readonly List<JsonObject> members = [.. SeedPeople.Members()];
    readonly JsonArray roles = SeedPeople.Roles();

    public IReadOnlyList<JsonObject> Channels => channels;

    public IReadOnlyList<JsonObject> Members => members;

    public IEnumerable<JsonObject> Roles => roles.OfType<JsonObject>();

    public JsonObject? Channel(string id) => channels.Find(channel => channel.Text("id") == id);

    public JsonObject? ChannelNamed(string name) =>
        channels.Find(channel => string.Equals(channel.Text("name"), name, StringComparison.OrdinalIgnoreCase) && channel.Whole("type") != ChannelType.Category);

    public JsonObject? Member(string userId) => members.Find(member => UserOf(member).Text("id") == userId);

    public JsonObject? Role(string id) => Roles.FirstOrDefault(role => role.Text("id") == id);

    public JsonObject User(string id) => Member(id) is { } member ? UserOf(member) : throw new InvalidOperationException($"User {id} is not in the guild.");

    public JsonObject ToJson()
    {
        var json = self.Copy();
        json["roles"] = roles.DeepClone();
        return json;
    }

    /// <summary>What a member may do in a channel; nothing at all where they cannot look.</summary>
    public ulong PermissionsIn(JsonObject channel, string userId) =>
        Member(userId) is { } member ? PermissionRules.InChannel(self, Roles, channel, member) : 0;

    public bool May(string userId, JsonObject channel, ulong permission) => (PermissionsIn(channel, userId) & permission) == permission;

    static JsonObject UserOf(JsonObject member) => member.Object("user")!;
}
