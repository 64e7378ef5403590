using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>A message_reference that makes a message a reply. https://discord.com/developers/docs/resources/message#message-reference-structure</summary>
static class ReplyTo
{
    /// <summary>The message's type and the fields that make it a reply, if it is one.</summary>
    public static (int Type, JsonObject Extra) Read(JsonObject message, JsonObject channel, World world)
    {
        if (message.Object("message_reference") is not { } reference)
            return (MessageType.Default, []);
        if ((reference.Whole("type") ?? 0) != 0)
            throw FormErrors.Single("message_reference.type", "UNSUPPORTED", "The local Discord forwards no messages.");
        if (!world.Places.May(Seed.ApplicationId, channel, Permissions.ReadMessageHistory))
            throw DiscordError.MissingPermissions();
        if (world.Messages.Find(channel.Text("id")!, reference["message_id"]?.ToString() ?? "") is { OnlyFor: null } original)
            return (MessageType.Reply, new JsonObject { ["message_reference"] = Reference(original.Id, channel), ["referenced_message"] = original.Json.DeepClone() });
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
}
