using System.Text.Json.Nodes;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>
/// Everything that differs from the seed: channels, threads and direct messages that were opened, changed or deleted, roles
/// whose permissions changed, the bot's names and avatars, and which channel follows which.
/// </summary>
sealed class GuildChangeLog(StateFile file) : IPersisted
{
    readonly Dictionary<string, JsonObject> channels = [];
    readonly Dictionary<string, JsonObject> roles = [];
    readonly Dictionary<string, JsonObject> members = [];
    readonly List<JsonObject> follows = [];
    readonly HashSet<string> deleted = [];

    /// <summary>The highest id of a changed channel; 0 if there is none.</summary>
    public ulong Newest => channels.Keys.Select(Snowflakes.Parse).DefaultIfEmpty().Max();

    /// <summary>Changed channels in their current form, in the order in which they were first changed.</summary>
    public IReadOnlyCollection<JsonObject> Channels => channels.Values;

    /// <summary>Ids of deleted channels of the seed.</summary>
    public IReadOnlyCollection<string> Deleted => deleted;

    /// <summary>Each has <c>guild_id</c> and <c>role</c>.</summary>
    public IReadOnlyCollection<JsonObject> Roles => roles.Values;

    /// <summary>The bot in each guild: <c>guild_id</c> and <c>member</c>, with the <c>nick</c> and <c>avatar</c>.</summary>
    public IReadOnlyCollection<JsonObject> Members => members.Values;

    /// <summary>The bot's <c>username</c> and <c>avatar</c>; null if they are the seed's.</summary>
    public JsonObject? User { get; private set; }

    /// <summary>Each has <c>channel_id</c>, <c>webhook_channel_id</c> and <c>webhook_id</c>.</summary>
    public IReadOnlyCollection<JsonObject> Follows => follows;

    public void PutChannel(JsonObject channel) => Save(new JsonObject { ["channel"] = channel.DeepClone() });

    public void DeleteChannel(JsonObject channel) => Save(new JsonObject { ["delete_channel"] = channel.Text("id") });

    public void PutRole(string guildId, JsonObject role) => Save(new JsonObject { ["role"] = role.DeepClone(), ["guild_id"] = guildId });

    public void PutMember(string guildId, JsonObject member) => Save(new JsonObject
    {
        ["member"] = new JsonObject { ["nick"] = member["nick"]?.DeepClone(), ["avatar"] = member["avatar"]?.DeepClone() },
        ["guild_id"] = guildId,
    });

    public void PutUser(JsonObject bot) => Save(new JsonObject
    {
        ["user"] = new JsonObject { ["username"] = bot["username"]?.DeepClone(), ["avatar"] = bot["avatar"]?.DeepClone() },
    });

    public void PutFollow(JsonObject follow) => Save(new JsonObject { ["follow"] = follow.DeepClone() });

    /// <param name="webhookId">The webhook that posted the copies.</param>
    public void DeleteFollow(string webhookId) => Save(new JsonObject { ["unfollow"] = webhookId });

    public void Read(JsonObject line)
    {
        if (line.Object("channel") is { } channel)
            channels[channel.Text("id")!] = channel.Copy();
        else if (line.Text("delete_channel") is { } gone)
            Forget(gone);
        else if (line.Object("role") is { } role)
            roles[role.Text("id")!] = line.Copy();
        else if (line.Object("member") is not null)
            members[line.Text("guild_id")!] = line.Copy();
        else if (line.Object("user") is { } changed)
            User = changed.Copy();
        else if (line.Object("follow") is { } follow)
            follows.Add(follow.Copy());
        else if (line.Text("unfollow") is { } webhook)
            follows.RemoveAll(one => one.Text("webhook_id") == webhook);
    }

    public IEnumerable<JsonObject> Lines() =>
    [
        .. deleted.Select(id => new JsonObject { ["delete_channel"] = id }),
        .. channels.Values.Select(channel => new JsonObject { ["channel"] = channel.DeepClone() }),
        .. roles.Values.Select(line => line.Copy()),
        .. members.Values.Select(line => line.Copy()),
        .. User is null ? [] : new[] { new JsonObject { ["user"] = User.DeepClone() } },
        .. follows.Select(follow => new JsonObject { ["follow"] = follow.DeepClone() }),
    ];

    // Reading the line back keeps memory equal to what the next run will read.
    void Save(JsonObject line)
    {
        Read(line);
        file.Append(line);
    }

    void Forget(string channelId)
    {
        channels.Remove(channelId);
        follows.RemoveAll(follow => follow.Text("channel_id") == channelId || follow.Text("webhook_channel_id") == channelId);
        // A channel that was opened later leaves no trace, but the next run would create a seed channel again.
        if (Seed.Includes(channelId))
            deleted.Add(channelId);
    }
}
