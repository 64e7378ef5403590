using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>Finds guilds, users, channels, threads and direct messages, and tells who may do what in a channel.</summary>
sealed class ChannelDirectory
{
    readonly Dictionary<string, Guild> guilds;
    readonly Dictionary<string, JsonObject> channels = [];

    public ChannelDirectory(IReadOnlyList<Guild> guilds)
    {
        this.guilds = guilds.ToDictionary(guild => guild.Id);
        Home = guilds[0];
        foreach (var channel in guilds.SelectMany(guild => guild.Channels))
            channels[channel.Text("id")!] = channel;
    }

    /// <summary>The Harbour Gazette, which exists in every run.</summary>
    public Guild Home { get; }

    public IReadOnlyCollection<Guild> Guilds => guilds.Values;

    public IEnumerable<JsonObject> Channels => channels.Values;

    public Guild? Guild(string id) => guilds.GetValueOrDefault(id);

    /// <summary>The guild of a channel; null for direct messages.</summary>
    public Guild? GuildOf(JsonObject channel) => channel.Text("guild_id") is { } id ? guilds[id] : null;

    public JsonObject? Channel(string id) => channels.GetValueOrDefault(id);

    /// <summary>The bot's direct messages with a user; null if they have none.</summary>
    public JsonObject? DirectMessageChannel(string userId) =>
        channels.Values.FirstOrDefault(channel => channel.Whole("type") == ChannelType.DirectMessage && IsRecipient(channel, userId));

    public JsonObject User(string id) => Home.User(id);

    public bool HasUser(string userId) => Home.Member(userId) is not null;

    /// <summary>The bot's own user, with the fields that only the bot itself gets.</summary>
    public JsonObject BotUser()
    {
        var user = User(Seed.ApplicationId).Copy();
        user["verified"] = true;
        user["email"] = null;
        user["mfa_enabled"] = false;
        user["locale"] = "en-US";
        return user;
    }

    /// <summary>Sets fields of the bot's user in every guild, and returns the user.</summary>
    public JsonObject ChangeBotUser(JsonObject change)
    {
        foreach (var user in Guilds.Select(guild => guild.User(Seed.ApplicationId)))
        {
            foreach (var (name, value) in change)
                user[name] = value?.DeepClone();
        }

        return User(Seed.ApplicationId);
    }

    public void Add(JsonObject channel)
    {
        channels[channel.Text("id")!] = channel;
        GuildOf(channel)?.Add(channel);
    }

    public void Remove(JsonObject channel)
    {
        channels.Remove(channel.Text("id")!);
        GuildOf(channel)?.Remove(channel);
    }

    public ulong PermissionsIn(JsonObject channel, string userId)
    {
        if (GuildOf(channel) is { } guild)
            return guild.PermissionsIn(channel, userId);
        return userId == Seed.ApplicationId || IsRecipient(channel, userId) ? Permissions.InDirectMessages : 0;
    }

    /// <summary>False when the channel is null. In a thread, SendMessages means SendMessagesInThreads.</summary>
    public bool HasPermission(string userId, [NotNullWhen(true)] JsonObject? channel, ulong permission)
    {
        if (channel is null)
            return false;
        if ((permission & Permissions.SendMessages) != 0 && ChannelType.IsThread(channel))
            permission = (permission & ~Permissions.SendMessages) | Permissions.SendMessagesInThreads;
        return (PermissionsIn(channel, userId) & permission) == permission;
    }

    static bool IsRecipient(JsonObject channel, string userId) => channel.Objects("recipients").Any(user => user.Text("id") == userId);
}
