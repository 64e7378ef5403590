using Bot.Posting;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An option for a channel that the bot posts to or will post to.</summary>
static class ChannelOption
{
    public const string Name = "channel";

    /// <summary>Those that news can be posted to.</summary>
    public static IReadOnlyList<ChannelType> Types { get; } =
    [
        ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum,
        ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread,
    ];

    public static ApplicationCommandOption Spec(string description) => new()
    {
        Type = OptionType.Channel,
        Name = Name,
        Description = description,
        Required = true,
        ChannelTypes = Types,
    };

    /// <summary>The channel that was chosen, or else the one where the command was typed, if news can be posted there.</summary>
    public static Channel? OrHere(SlashCall call) =>
        call.Channel(Name) ?? (call.Here is { } here && Types.Contains(here.Type) ? here : null);

    /// <summary>Names the permissions that the bot lacks; null if it lacks none or if Discord didn't say.</summary>
    public static Reply? Refusal(Channel channel, ChannelRules rules) =>
        channel.AppPermissions is { } allowed
        && PostingPermissions.MissingFrom(allowed, Destinations.Of(channel), rules) is { Count: > 0 } missing
            ? Reply.Note($"I can't post in <#{channel.Id}>. Give me {string.Join(", ", missing)} there, then try again.")
            : null;
}
