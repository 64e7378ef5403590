using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>A guild: its channels, threads, roles and members, and each member's permissions.</summary>
sealed class Guild(JsonObject self, IEnumerable<JsonObject> channels, IEnumerable<JsonObject> members, JsonArray roles)
{
    readonly List<JsonObject> channels = [.. channels];
    readonly Dictionary<string, JsonObject> members = members.ToDictionary(member => UserOf(member).Text("id")!);
    readonly HashSet<(string Thread, string User)> joined = [];

    /// <summary>The Harbour Gazette.</summary>
    public Guild() : this(SeedGuild.Json(Seed.GuildId, SeedGuild.Name), SeedChannels.All(), SeedMembers.Members(), SeedMembers.Roles())
    {
    }

    public string Id { get; } = self.Text("id")!;

    public string Name => self.Text("name")!;

    /// <summary>Channels without threads, in the order of Discord's channel list.</summary>
    public IEnumerable<JsonObject> Channels => channels.Where(channel => !ChannelType.IsThread(channel));

    public IEnumerable<JsonObject> Threads => channels.Where(ChannelType.IsThread);

    public IReadOnlyCollection<JsonObject> Members => members.Values;

    public IEnumerable<JsonObject> Roles => roles.OfType<JsonObject>();

    public JsonObject? Channel(string id) => channels.Find(channel => channel.Text("id") == id);

    public JsonObject? ChannelNamed(string name) => channels.Find(channel =>
        string.Equals(channel.Text("name"), name, StringComparison.OrdinalIgnoreCase) && channel.Whole("type") != ChannelType.Category);

    public JsonObject? Member(string userId) => members.GetValueOrDefault(userId);

    public JsonObject? Role(string id) => Roles.FirstOrDefault(role => role.Text("id") == id);

    public JsonObject User(string id) =>
        Member(id) is { } member ? UserOf(member) : throw new InvalidOperationException($"User {id} is not in the guild.");

    public void Add(JsonObject channel) => channels.Add(channel);

    public void Remove(JsonObject channel) => channels.Remove(channel);

    public bool HasJoined(JsonObject thread, string userId) => joined.Contains((thread.Text("id")!, userId));

    /// <summary>Returns false if the user is already in the thread.</summary>
    public bool Join(JsonObject thread, string userId) => joined.Add((thread.Text("id")!, userId));

    /// <summary>Returns false if the user isn't in the thread.</summary>
    public bool Leave(JsonObject thread, string userId) => joined.Remove((thread.Text("id")!, userId));

    public int MemberCount(JsonObject thread) => joined.Count(pair => pair.Thread == thread.Text("id"));

    public JsonObject ToJson()
    {
        var json = self.Copy();
        json["roles"] = roles.DeepClone();
        return json;
    }

    /// <summary>A member's permissions before any channel's overwrites.</summary>
    public ulong PermissionsOf(string userId) => Member(userId) is { } member ? PermissionRules.InGuild(self, Roles, member) : 0;

    /// <summary>A member's permissions in a channel; 0 if they can't see it. A thread has its parent channel's permissions.</summary>
    public ulong PermissionsIn(JsonObject channel, string userId)
    {
        if (Member(userId) is not { } member)
            return 0;
        if (!ChannelType.IsThread(channel))
            return PermissionRules.InChannel(self, Roles, channel, member);
        if (Channel(channel.Text("parent_id")!) is not { } parent)
            return 0;
        var permissions = PermissionRules.InChannel(self, Roles, parent, member, inThread: true);
        var isPrivate = channel.Whole("type") == ChannelType.PrivateThread;
        return isPrivate && !HasJoined(channel, userId) && (permissions & Permissions.ManageThreads) == 0 ? 0 : permissions;
    }

    static JsonObject UserOf(JsonObject member) => member.Object("user")!;
}
