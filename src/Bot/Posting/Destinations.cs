using Desk.Channels;
using Discord.Models;

namespace Bot.Posting;

/// <summary>What Discord's kinds of channels are to the news desk.</summary>
static class Destinations
{
    public static Destination Of(Channel channel) => channel.Type switch
    {
        ChannelType.GuildAnnouncement => Destination.Announcement,
        ChannelType.GuildForum or ChannelType.GuildMedia => Destination.Forum,
        ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread => Destination.Thread,
        _ => Destination.Text,
    };
}
