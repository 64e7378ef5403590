using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>Everywhere that something can be written: the channels and threads of every guild, and direct messages.</summary>
sealed class Places
{
    readonly Dictionary<string, Guild> guilds;
    readonly Dictionary<string, JsonObject> channels = [];

    public Places(IReadOnlyList<Guild> guilds)
    {
        this.guilds = guilds.ToDictionary(guild => guild.Id);
        Home = guilds[0];
        foreach (var channel in guilds.SelectMany(guild => guild.Channels))
            channels[channel.Text("id")!] = channel;
    }

    /// <summary>The guild that is always there, the Harbour Gazette.</summary>
    public Guild Home { get; }

    public IReadOnlyCollection<Guild> Guilds => guilds.Values;

    public IEnumerable<JsonObject> Channels => channels.Values;

    public Guild? Guild(string id) => guilds.GetValueOrDefault(id);

    /// <summary>The guild of a channel; null for direct messages.</summary>
    public Guild? Of(JsonObject channel) => channel.Text("guild_id") is { } id ? guilds[id] : null;

    public JsonObject? Channel(string id) => channels.GetValueOrDefault(id);

    /// <summary>Users who take no direct messages.</summary>
    public HashSet<string> Refusing { get; } = [Seed.ReservedMemberId];

    /// <summary>The bot's conversation with somebody, if they have one.</summary>
    public JsonObject? DirectMessages(string userId) =>
        channels.Values.FirstOrDefault(channel => channel.Whole("type") == ChannelType.DirectMessage && IsRecipient(channel, userId));

    public JsonObject User(string id) => Home.User(id);

    public bool Knows(string userId) => Home.Member(userId) is not null;

    public void Add(JsonObject channel)
    {
        channels[channel.Text("id")!] = channel;
        Of(channel)?.Add(channel);
    }

    public void Remove(JsonObject channel)
    {
        channels.Remove(channel.Text("id")!);
        Of(channel)?.Remove(channel);
    }

    public ulong PermissionsIn(JsonObject channel, string userId)
    {
        if (Of(channel) is { } guild)
            return guild.PermissionsIn(channel, userId);
        return userId == Seed.ApplicationId || IsRecipient(channel, userId) ? Permissions.InDirectMessages : 0;
    }

    /// <param name="userId">Who.</param>
    /// <param name="channel">Where; null is nowhere.</param>
    /// <param name="permission">What; to write in a thread is a permission of its own.</param>
    public bool May(string userId, [NotNullWhen(true)] JsonObject? channel, ulong permission)
    {
        if (channel is null)
            return false;
        if ((permission & Permissions.SendMessages) != 0 && ChannelType.IsThread(channel))
            permission = (permission & ~Permissions.SendMessages) | Permissions.SendMessagesInThreads;
        return (PermissionsIn(channel, userId) & permission) == permission;
    }

    static bool IsRecipient(JsonObject channel, string userId) => channel.Objects("recipients").Any(user => user.Text("id") == userId);
}
