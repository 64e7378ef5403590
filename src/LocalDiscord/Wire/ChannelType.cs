using System.Text.Json.Nodes;

namespace LocalDiscord.Wire;

/// <summary>Channel types, as in https://discord.com/developers/docs/resources/channel#channel-object-channel-types.</summary>
static class ChannelType
{
    public const int
        Text = 0, DirectMessage = 1, Category = 4, Announcement = 5, AnnouncementThread = 10, PublicThread = 11,
        PrivateThread = 12, Forum = 15;

    public static bool IsThread(JsonObject channel) => channel.Whole("type") is >= AnnouncementThread and <= PrivateThread;
}
