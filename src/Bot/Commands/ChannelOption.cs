using Bot.Posting;
using Discord;
using News.Rules;

namespace Bot.Commands;

/// <summary>A channel that the bot shall write to, or writes to.</summary>
static class ChannelOption
{
    public const string Name = "channel";

    public static ApplicationCommandOption Spec(string description) => new()
    {
        Type = OptionType.Channel,
        Name = Name,
        Description = description,
        Required = true,
        ChannelTypes =
        [
            ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum,
            ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread,
        ],
    };

    /// <summary>Names what the bot may not do there; null where it may do all that is needed, or where that is not known.</summary>
    public static Reply? Refusal(Channel channel, ChannelRules rules) =>
        channel.AppPermissions is { } allowed && PostingPermissions.MissingFrom(allowed, Destinations.Of(channel), rules) is { Count: > 0 } missing
            ? Reply.Note($"I can't post in <#{channel.Id}>. Give me {string.Join(", ", missing)} there, then try again.")
            : null;
}
