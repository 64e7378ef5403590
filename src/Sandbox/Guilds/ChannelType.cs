namespace Sandbox.Guilds;

/// <summary>Channel types, as in https://discord.com/developers/docs/resources/channel#channel-object-channel-types.</summary>
static class ChannelType
{
    public const int Text = 0, Category = 4, Announcement = 5, Forum = 15;
}
