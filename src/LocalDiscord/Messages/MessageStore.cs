using System.Text.Json.Nodes;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>All messages, by channel and id. Those that everybody sees survive a restart.</summary>
sealed class MessageStore(StateFile file) : IPersisted
{
    readonly Dictionary<string, SortedList<ulong, StoredMessage>> channels = [];
    readonly Dictionary<(string Author, string Nonce), StoredMessage> nonces = [];

    /// <summary>The id of the newest message; 0 if there is none.</summary>
    public ulong Newest => channels.Values.Where(messages => messages.Count > 0)
        .Select(messages => messages.GetKeyAtIndex(messages.Count - 1)).DefaultIfEmpty().Max();

    /// <summary>A channel's messages, oldest first.</summary>
    public IList<StoredMessage> In(string channelId) => channels.TryGetValue(channelId, out var messages) ? messages.Values : [];

    public StoredMessage? Find(string channelId, string id) =>
        Snowflakes.TryParse(id, out var key) && channels.TryGetValue(channelId, out var messages)
            ? messages.GetValueOrDefault(key)
            : null;

    /// <summary>The author's message with this nonce, if it was sent at that time or later.</summary>
    public StoredMessage? WithNonce(string authorId, string nonce, DateTimeOffset since) =>
        nonces.TryGetValue((authorId, nonce), out var message) && Snowflakes.TimeOf(Snowflakes.Parse(message.Id)) >= since
            ? Find(message.ChannelId, message.Id)
            : null;

    public void Put(StoredMessage message)
    {
        Keep(message);
        if (IsDurable(message))
            file.Append(PutLine(message));
    }

    public void Delete(StoredMessage message)
    {
        Forget(message);
        if (IsDurable(message))
            file.Append(new JsonObject { ["delete"] = message.Id, ["channel_id"] = message.ChannelId });
    }

    /// <summary>Forgets the messages of a deleted channel; its own line in the state file says that they are gone.</summary>
    public void DeleteAll(string channelId) => channels.Remove(channelId);

    /// <summary>Sets each channel's <c>last_message_id</c>, since the state file doesn't have the latest value.</summary>
    public void RestoreLastMessages(IEnumerable<JsonObject> all)
    {
        foreach (var channel in all)
            channel["last_message_id"] = In(channel.Text("id")!).LastOrDefault()?.Id;
    }

    public void Read(JsonObject line)
    {
        if (line.Object("put") is { } json)
            Keep(new StoredMessage { Json = json.Copy(), Nonce = line.Text("nonce"), Reactions = ReactionsIn(line, json) });
        else if (line.Text("delete_channel") is { } gone)
            DeleteAll(gone);
        else if (Find(line.Text("channel_id") ?? "", line.Text("delete") ?? "") is { } deleted)
            Forget(deleted);
    }

    public IEnumerable<JsonObject> Lines() => channels.Values.SelectMany(messages => messages.Values)
        .Where(IsDurable).OrderBy(message => Snowflakes.Parse(message.Id)).Select(PutLine);

    // A "thinking…" message belongs to an interaction, which doesn't survive a restart.
    static bool IsDurable(StoredMessage message) => message.OnlyFor is null && !message.Has(MessageFlags.Loading);

    void Keep(StoredMessage message)
    {
        if (!channels.TryGetValue(message.ChannelId, out var messages))
            channels[message.ChannelId] = messages = [];
        messages[Snowflakes.Parse(message.Id)] = message;
        if (message.Nonce is { } nonce)
            nonces[(message.AuthorId, nonce)] = message;
    }

    void Forget(StoredMessage message)
    {
        channels[message.ChannelId].Remove(Snowflakes.Parse(message.Id));
        if (message.Nonce is { } nonce)
            nonces.Remove((message.AuthorId, nonce));
    }

    static IReadOnlyList<Reaction> ReactionsIn(JsonObject line, JsonObject message) => line.ContainsKey("reactions")
        ? [.. line.Objects("reactions").Select(Reaction.Read)]
        : [.. Reaction.OfBot(message)];

    static JsonObject PutLine(StoredMessage message)
    {
        var line = new JsonObject { ["put"] = message.Json.DeepClone() };
        if (message.Nonce is { } nonce)
            line["nonce"] = nonce;
        if (message.Reactions.Count > 0)
            line["reactions"] = Json.ArrayOf(message.Reactions.Select(reaction => reaction.ToJson()));
        return line;
    }
}
