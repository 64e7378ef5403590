using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>The bot's direct messages with users. https://discord.com/developers/docs/resources/user#create-dm</summary>
sealed class DirectMessages(ChannelDirectory directory, ChannelService channels, Snowflakes ids)
{
    readonly HashSet<string> blockedBy = [Seed.ReservedMemberId];

    /// <summary>The channel with a user, which is opened if there is none yet.</summary>
    public JsonObject With(string userId)
    {
        if (directory.DirectMessageChannel(userId) is { } known)
            return known;
        var channel = new JsonObject
        {
            ["id"] = ids.Next(),
            ["type"] = ChannelType.DirectMessage,
            ["last_message_id"] = null,
            ["flags"] = 0,
            ["recipients"] = Json.ArrayOf([directory.User(userId)]),
        };
        channels.Open(channel);
        return channel;
    }

    /// <summary>Whether this is a direct message channel with a user who doesn't accept messages.</summary>
    public bool IsBlocked(JsonObject channel) => channel.Objects("recipients").Any(user => blockedBy.Contains(user.Text("id")!));

    public void Accept(string userId, bool accepts)
    {
        if (accepts)
            blockedBy.Remove(userId);
        else
            blockedBy.Add(userId);
    }
}
