using System.Text.Json.Nodes;
using Sandbox.State;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>
/// What is not as it was in the beginning: channels, threads and conversations that were opened, changed or deleted,
/// roles with other permissions, and who follows which channel.
/// </summary>
sealed class GuildChanges(StateFile file) : IKept
{
    readonly Dictionary<string, JsonObject> channels = [];
    readonly Dictionary<string, JsonObject> roles = [];
    readonly List<JsonObject> follows = [];
    readonly HashSet<string> deleted = [];

    /// <summary>The highest id of a channel, 0 when none changed.</summary>
    public ulong Newest => channels.Keys.Select(Snowflakes.Parse).DefaultIfEmpty().Max();

    /// <summary>Channels as they are now, in the order in which they were opened or first changed.</summary>
    public IReadOnlyCollection<JsonObject> Channels => channels.Values;

    /// <summary>Ids of channels that were there in the beginning.</summary>
    public IReadOnlyCollection<string> Deleted => deleted;

    /// <summary>The guild's id under <c>guild_id</c>, and the role under <c>role</c>.</summary>
    public IReadOnlyCollection<JsonObject> Roles => roles.Values;

    /// <summary><c>channel_id</c>, <c>webhook_channel_id</c> and <c>webhook_id</c> of each.</summary>
    public IReadOnlyCollection<JsonObject> Follows => follows;

    public void PutChannel(JsonObject channel) => Note(new JsonObject { ["channel"] = channel.DeepClone() });

    public void DeleteChannel(JsonObject channel) => Note(new JsonObject { ["delete_channel"] = channel.Text("id") });

    public void PutRole(string guildId, JsonObject role) => Note(new JsonObject { ["role"] = role.DeepClone(), ["guild_id"] = guildId });

    public void PutFollow(JsonObject follow) => Note(new JsonObject { ["follow"] = follow.DeepClone() });

    public void Read(JsonObject line)
    {
        if (line.Object("channel") is { } channel)
            channels[channel.Text("id")!] = channel.Copy();
        else if (line.Text("delete_channel") is { } gone)
            Forget(gone);
        else if (line.Object("role") is { } role)
            roles[role.Text("id")!] = line.Copy();
        else if (line.Object("follow") is { } follow)
            follows.Add(follow.Copy());
    }

    public IEnumerable<JsonObject> Lines() =>
    [
        .. deleted.Select(id => new JsonObject { ["delete_channel"] = id }),
        .. channels.Values.Select(channel => new JsonObject { ["channel"] = channel.DeepClone() }),
        .. roles.Values.Select(line => line.Copy()),
        .. follows.Select(follow => new JsonObject { ["follow"] = follow.DeepClone() }),
    ];

    /// <summary>Whoever reads it in the next run sees it as it is noted now.</summary>
    void Note(JsonObject line)
    {
        Read(line);
        file.Append(line);
    }

    void Forget(string channelId)
    {
        channels.Remove(channelId);
        follows.RemoveAll(follow => follow.Text("channel_id") == channelId || follow.Text("webhook_channel_id") == channelId);
        // What was opened later is simply not there any more.
        if (Snowflakes.IsSeeds(channelId))
            deleted.Add(channelId);
    }
}
