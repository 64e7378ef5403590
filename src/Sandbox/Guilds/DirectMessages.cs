using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>The bot's conversations with single users. https://discord.com/developers/docs/resources/user#create-dm</summary>
static class DirectMessages
{
    /// <summary>The conversation with a user, opened if they have none.</summary>
    public static JsonObject With(string userId, World world)
    {
        if (world.Places.DirectMessages(userId) is { } known)
            return known;
        var conversation = new JsonObject
        {
            ["id"] = world.Ids.Next(),
            ["type"] = ChannelType.DirectMessage,
            ["last_message_id"] = null,
            ["flags"] = 0,
            ["recipients"] = Json.ArrayOf([world.Places.User(userId)]),
        };
        world.Channels.Open(conversation);
        return conversation;
    }

    /// <summary>Whether the channel is a conversation with somebody who wants none.</summary>
    public static bool IsRefused(JsonObject channel, World world) =>
        channel.Objects("recipients").Any(user => world.Places.Refusing.Contains(user.Text("id")!));
}
