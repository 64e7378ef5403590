using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>All messages, by channel and id. Those that everybody sees are written to the journal, if there is one.</summary>
sealed class MessageStore : IDisposable
{
    readonly Dictionary<string, SortedList<ulong, StoredMessage>> channels = [];
    readonly Dictionary<(string Author, string Nonce), StoredMessage> nonces = [];
    readonly Dictionary<string, JsonObject> openedChannels = [];
    readonly Journal? journal;

    public MessageStore(string? stateFile)
    {
        if (stateFile is not null)
            journal = Journal.Open(stateFile, Replay);
    }

    /// <summary>The id of the newest message, 0 when there is none.</summary>
    public ulong Newest => channels.Values.Select(messages => messages.Count > 0 ? messages.GetKeyAtIndex(messages.Count - 1) : 0).DefaultIfEmpty().Max();

    /// <summary>A channel's messages, oldest first.</summary>
    public IList<StoredMessage> In(string channelId) => channels.TryGetValue(channelId, out var messages) ? messages.Values : [];

    public StoredMessage? Find(string channelId, string id) =>
        Snowflakes.TryParse(id, out var key) && channels.TryGetValue(channelId, out var messages) ? messages.GetValueOrDefault(key) : null;

    /// <summary>The author's message with this nonce, if it was sent since then.</summary>
    public StoredMessage? WithNonce(string authorId, string nonce, DateTimeOffset since) =>
        nonces.TryGetValue((authorId, nonce), out var message) && Snowflakes.TimeOf(Snowflakes.Parse(message.Id)) >= since
            ? Find(message.ChannelId, message.Id)
            : null;

    public void Put(StoredMessage message)
    {
        Keep(message);
        if (IsDurable(message))
            journal?.Append(PutLine(message));
    }

    public void Delete(StoredMessage message)
    {
        Forget(message);
        if (IsDurable(message))
            journal?.Append(new JsonObject { ["delete"] = message.Id, ["channel_id"] = message.ChannelId });
    }

    /// <summary>Threads and conversations of the last run, which its messages stand in.</summary>
    public IReadOnlyCollection<JsonObject> OpenedChannels => openedChannels.Values;

    /// <summary>Keeps a thread or a conversation; what a guild begins with is not kept, and changes to it aren't.</summary>
    public void PutChannel(JsonObject channel)
    {
        if (!IsOpened(channel))
            return;
        openedChannels[channel.Text("id")!] = channel;
        journal?.Append(ChannelLine(channel));
    }

    public void DeleteChannel(JsonObject channel)
    {
        channels.Remove(channel.Text("id")!);
        if (openedChannels.Remove(channel.Text("id")!))
            journal?.Append(new JsonObject { ["delete_channel"] = channel.Text("id") });
    }

    public void Dispose() => journal?.Dispose();

    static bool IsOpened(JsonObject channel) => ChannelType.IsThread(channel) || channel.Whole("type") == ChannelType.DirectMessage;

    static JsonObject ChannelLine(JsonObject channel) => new() { ["channel"] = channel.DeepClone() };

    // A "thinking…" message belongs to an interaction, and those end with the process.
    static bool IsDurable(StoredMessage message) => message.OnlyFor is null && !message.Has(MessageFlags.Loading);

    IEnumerable<JsonObject> Replay(IEnumerable<JsonObject> lines)
    {
        foreach (var line in lines)
        {
            if (line.Object("put") is { } json)
                Keep(new StoredMessage { Json = json.Copy(), Nonce = line.Text("nonce") });
            else if (line.Object("channel") is { } channel)
                openedChannels[channel.Text("id")!] = channel.Copy();
            else if (line.Text("delete_channel") is { } gone)
                Forget(gone);
            else if (Find(line.Text("channel_id") ?? "", line.Text("delete") ?? "") is { } deleted)
                Forget(deleted);
        }

        return openedChannels.Values.Select(ChannelLine).Concat(channels.Values.SelectMany(messages => messages.Values).OrderBy(message => Snowflakes.Parse(message.Id)).Select(PutLine));
    }

    void Keep(StoredMessage message)
    {
        if (!channels.TryGetValue(message.ChannelId, out var messages))
            channels[message.ChannelId] = messages = [];
        messages[Snowflakes.Parse(message.Id)] = message;
        if (message.Nonce is { } nonce)
            nonces[(message.AuthorId, nonce)] = message;
    }

    void Forget(string channelId)
    {
        openedChannels.Remove(channelId);
        channels.Remove(channelId);
    }

    void Forget(StoredMessage message)
    {
        channels[message.ChannelId].Remove(Snowflakes.Parse(message.Id));
        if (message.Nonce is { } nonce)
            nonces.Remove((message.AuthorId, nonce));
    }

    static JsonObject PutLine(StoredMessage message)
    {
        var line = new JsonObject { ["put"] = message.Json.DeepClone() };
        if (message.Nonce is { } nonce)
            line["nonce"] = nonce;
        return line;
    }
}
