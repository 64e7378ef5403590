using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// A message_reference that forwards a message, which makes a copy of its content.
/// https://discord.com/developers/docs/resources/message#message-reference-types
/// </summary>
static class Forward
{
    const int Type = 1;

    /// <summary>What a snapshot has of a message.</summary>
    static readonly string[] Copied =
    [
        "type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp", "edited_timestamp", "flags", "components",
    ];

    public static bool IsAsked(JsonObject message) => message.Object("message_reference")?.Whole("type") == Type;

    /// <summary>The fields that a message has because it forwards another.</summary>
    /// <param name="readsContent">Whether the bot may read the content of messages that aren't for it.</param>
    /// <exception cref="DiscordException">The bot can't see the message, or it can't be forwarded.</exception>
    public static JsonObject Fields(JsonObject message, ChannelDirectory directory, MessageStore store, bool readsContent)
    {
        var reference = message.Object("message_reference")!;
        var channelId = reference.Text("channel_id") ?? throw FormErrors.Missing("message_reference.channel_id");
        var channel = directory.Channel(channelId) ?? throw DiscordError.UnknownChannel();
        if (!directory.HasPermission(Seed.ApplicationId, channel, Permissions.ViewChannel | Permissions.ReadMessageHistory))
            throw DiscordError.MissingAccess();
        if (store.Find(channelId, reference.Text("message_id") ?? "") is not { OnlyFor: null } original)
            throw DiscordError.UnknownMessage();
        if (original.Type == MessageType.ThreadStarter)
            throw DiscordError.SystemMessage();
        if (!readsContent && !MessageEvent.MayRead(original, directory))
            throw DiscordError.UnreadableForward();
        var to = ReplyTo.Reference(original.Id, channel);
        to["type"] = Type;
        return new JsonObject { ["message_reference"] = to, ["message_snapshots"] = new JsonArray(Snapshot(original)) };
    }

    /// <summary>A forward of a forward has the first message's snapshot.</summary>
    static JsonObject Snapshot(StoredMessage original) =>
        original.Json.Objects("message_snapshots").FirstOrDefault()?.Copy() ?? new JsonObject
    {
        ["message"] = new JsonObject(Copied.Select(name => KeyValuePair.Create(name, original.Json[name]?.DeepClone()))),
    };
}
