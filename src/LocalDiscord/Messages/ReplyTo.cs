using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// A message_reference, which makes a message a reply.
/// https://discord.com/developers/docs/resources/message#message-reference-structure
/// </summary>
static class ReplyTo
{
    /// <summary>The message's type, and the fields that a reply has in addition.</summary>
    public static (int Type, JsonObject Extra) Read(JsonObject message, JsonObject channel, ChannelDirectory directory, MessageStore store)
    {
        if (message.Object("message_reference") is not { } reference)
            return (MessageType.Default, []);
        if (reference["type"] is not null && reference.Whole("type") != 0)
            throw FormErrors.Single("message_reference.type", "BASE_TYPE_CHOICES", "Value must be one of {0, 1}.");
        if (!directory.HasPermission(Seed.ApplicationId, channel, Permissions.ReadMessageHistory))
            throw DiscordError.MissingPermissions();
        if (store.Find(channel.Text("id")!, reference.Text("message_id") ?? "") is { OnlyFor: null } original)
            return (MessageType.Reply, Fields(original, channel));
        if (reference["fail_if_not_exists"].AsBoolean(out var mustExist) && !mustExist)
            return (MessageType.Default, []);
        throw FormErrors.Single("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }

    public static JsonObject Reference(string messageId, JsonObject channel)
    {
        var reference = new JsonObject { ["type"] = 0, ["channel_id"] = channel.Text("id"), ["message_id"] = messageId };
        if (channel.Text("guild_id") is { } guildId)
            reference["guild_id"] = guildId;
        return reference;
    }

    static JsonObject Fields(StoredMessage original, JsonObject channel) => new()
    {
        ["message_reference"] = Reference(original.Id, channel),
        ["referenced_message"] = original.Json.DeepClone(),
    };
}
