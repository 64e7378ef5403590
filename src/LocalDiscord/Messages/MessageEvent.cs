using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// A message as the gateway sends it: with the guild and the author's membership. The local application doesn't have the
/// privileged MESSAGE_CONTENT intent, so messages of others arrive without content unless they mention the bot.
/// </summary>
static class MessageEvent
{
    public static JsonObject For(StoredMessage message, ChannelDirectory directory)
    {
        var data = message.Json.Copy();
        var channel = directory.Channel(message.ChannelId)!;
        data["channel_type"] = channel.Whole("type");
        if (channel.Text("guild_id") is { } guildId)
            data["guild_id"] = guildId;
        if (directory.GuildOf(channel)?.Member(message.AuthorId) is { } member)
        {
            var membership = member.Copy();
            membership.Remove("user");
            data["member"] = membership;
        }

        if (message.Nonce is { } nonce)
            data["nonce"] = nonce;
        if (directory.GuildOf(channel) is not null && !MayRead(message))
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
