using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>
/// A message as the gateway sends it: with the guild and its author's membership, and, as no application here has
/// the privileged MESSAGE_CONTENT intent, without what other people wrote unless they mention the bot.
/// </summary>
static class MessageEvent
{
    public static JsonObject For(StoredMessage message, Places places)
    {
        var data = message.Json.Copy();
        var channel = places.Channel(message.ChannelId)!;
        data["channel_type"] = channel.Whole("type");
        if (channel.Text("guild_id") is { } guildId)
            data["guild_id"] = guildId;
        if (places.Of(channel)?.Member(message.AuthorId) is { } member)
        {
            var membership = member.Copy();
            membership.Remove("user");
            data["member"] = membership;
        }

        if (message.Nonce is { } nonce)
            data["nonce"] = nonce;
        if (places.Of(channel) is not null && !MayRead(message))
            Redact(data);
        return data;
    }

    static bool MayRead(StoredMessage message) =>
        message.AuthorId == Seed.ApplicationId
        || message.Json.Objects("mentions").Any(user => user.Text("id") == Seed.ApplicationId);

    static void Redact(JsonObject data)
    {
        data["content"] = "";
        data["embeds"] = new JsonArray();
        data["attachments"] = new JsonArray();
        data["components"] = new JsonArray();
    }
}
