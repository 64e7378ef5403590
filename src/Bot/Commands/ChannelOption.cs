using Bot.Posting;
using Discord;

namespace Bot.Commands;

/// <summary>A channel that the bot shall write to.</summary>
static class ChannelOption
{
    public static ApplicationCommandOption Spec(string description) => new()
    {
        Type = OptionType.Channel,
        Name = "channel",
        Description = description,
        Required = true,
        ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    };

    /// <summary>Names what the bot may not do there; null where it may do all it needs.</summary>
    public static Reply? Refusal(Channel channel) => channel.AppPermissions is { } allowed && PostingPermissions.MissingFrom(allowed) is { Count: > 0 } missing
        ? Reply.Note($"I can't post in <#{channel.Id}>. Give me {string.Join(", ", missing)} there, then try again.")
        : null;
}
