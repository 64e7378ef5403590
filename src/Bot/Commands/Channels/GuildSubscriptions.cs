using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The channels that the moderators of a guild may ask about and change, also those from the settings.</summary>
sealed class GuildSubscriptions(SubscriptionStore subscriptions)
{
    /// <summary>A channel to look at or to change.</summary>
    public async Task<ChosenChannel> OfAsync(Snowflake? guild, Snowflake? channel, CancellationToken ct)
    {
        if (guild is null || channel is null)
            return ChosenChannel.Refused("Choose a channel that gets news.");
        // The guild of a channel from the settings may not be known yet.
        return await subscriptions.OfChannelAsync(channel.ToString()!, ct) is { } found
            && (found.Guild == guild.ToString() || found is { Guild: null, FromSettings: true })
                ? new(found, "")
                : ChosenChannel.Refused($"<#{channel}> gets no news. Use `/channel list` to see the channels that do.");
    }

    /// <summary>A channel that may or may not get news already.</summary>
    /// <returns>What it gets, if anything; refused where another server has it.</returns>
    public async Task<(Subscription? Known, Reply? Refusal)> ToAddAsync(Snowflake? guild, Snowflake channel, CancellationToken ct)
    {
        var chosen = await OfAsync(guild, channel, ct);
        return chosen.Subscription is null && await subscriptions.OfChannelAsync(channel.ToString(), ct) is not null
            ? (null, Reply.Note(chosen.Refusal))
            : (chosen.Subscription, null);
    }

    /// <summary>A channel to post to now, unless it is paused.</summary>
    public async Task<ChosenChannel> ToPostAsync(Snowflake? guild, Snowflake? channel, CancellationToken ct)
    {
        var chosen = await OfAsync(guild, channel, ct);
        return chosen.Subscription is not { Paused: not null }
            ? chosen
            : ChosenChannel.Refused($"<#{channel}> is paused. Use `/channel resume`, then try again.");
    }
}

/// <param name="Subscription">Null if the channel is refused.</param>
/// <param name="Refusal">What the person gets then.</param>
sealed record ChosenChannel(Subscription? Subscription, string Refusal)
{
    public static ChosenChannel Refused(string refusal) => new(null, refusal);
}
