using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// A message as the gateway sends it: with the guild and the author's membership. Without the privileged MESSAGE_CONTENT intent,
/// messages of others arrive without content unless they mention the bot.
/// </summary>
static class MessageEvent
{
    public static BotEvent For(string name, StoredMessage message, ChannelDirectory directory)
    {
        var data = Data(message, directory);
        var guild = data.Text("guild_id");
        return new(name, data, guild is null ? Intents.DirectMessages : Intents.GuildMessages, guild)
        {
            WithoutContent = MayRead(message, directory) ? null : Redacted(data),
        };
    }

    static JsonObject Data(StoredMessage message, ChannelDirectory directory)
    {
        var data = message.Json.Copy();
        var channel = directory.Channel(message.ChannelId)!;
        data["channel_type"] = channel.Whole("type");
        if (message.Nonce is { } nonce)
            data["nonce"] = nonce;
        // An ephemeral message arrives like a direct message.
        if (message.OnlyFor is not null || directory.GuildOf(channel) is not { } guild)
            return data;
        data["guild_id"] = guild.Id;
        if (guild.Member(message.AuthorId) is { } member)
        {
            var membership = member.Copy();
            membership.Remove("user");
            data["member"] = membership;
        }

        return data;
    }

    /// <summary>Whether a bot may read a message's content even without the intent.</summary>
    public static bool MayRead(StoredMessage message, ChannelDirectory directory) =>
        message.AuthorId == Seed.ApplicationId
        || directory.Channel(message.ChannelId)!.Whole("type") == ChannelType.DirectMessage
        || message.Json.Objects("mentions").Any(user => user.Text("id") == Seed.ApplicationId);

    static JsonObject Redacted(JsonObject data)
    {
        var redacted = data.Copy();
        redacted["content"] = "";
        redacted["embeds"] = new JsonArray();
        redacted["attachments"] = new JsonArray();
        redacted["components"] = new JsonArray();
        return redacted;
    }
}
