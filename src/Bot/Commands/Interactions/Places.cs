using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>Where a member did something, in the desk's terms.</summary>
static class Places
{
    /// <returns>Null if Discord didn't say.</returns>
    public static ChannelPlace? Of(Interaction interaction) => Of(interaction.ChannelId, interaction.Channel);

    /// <param name="id">Of the channel.</param>
    /// <param name="channel">What Discord says about it. Its parent may also be a category, which gets no news.</param>
    public static ChannelPlace? Of(Snowflake? id, Channel? channel) =>
        (id ?? channel?.Id) is { } known ? new(known.ToString(), channel?.ParentId?.ToString()) : null;
}
