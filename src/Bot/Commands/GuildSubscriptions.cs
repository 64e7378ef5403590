using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary>The channels that the moderators of a guild may ask about, and those that they may change.</summary>
sealed class GuildSubscriptions(SubscriptionStore subscriptions)
{
    /// <summary>To look at.</summary>
    public async Task<ChosenChannel> OfAsync(Snowflake? guild, Snowflake? channel, CancellationToken ct)
    {
        if (guild is null || channel is null)
            return ChosenChannel.Refused("Name a channel of this server.");
        // Where the settings declare a channel, its guild may not be known yet.
        return await subscriptions.OfChannelAsync(channel.ToString()!, ct) is { } found && (found.Guild == guild.ToString() || found is { Guild: null, FromSettings: true })
            ? new(found, "")
            : ChosenChannel.Refused($"<#{channel}> gets no news. `/channel list` shows the channels that do.");
    }

    /// <summary>To change: not where the settings say what it gets.</summary>
    public async Task<ChosenChannel> ToChangeAsync(Snowflake? guild, Snowflake? channel, CancellationToken ct)
    {
        var chosen = await OfAsync(guild, channel, ct);
        return chosen.Subscription is not { FromSettings: true }
            ? chosen
            : ChosenChannel.Refused($"<#{channel}> is declared in the bot's settings, under Channels. Whoever runs the bot can change it there.");
    }

    /// <summary>To post to now: not while it is paused.</summary>
    public async Task<ChosenChannel> ToPostAsync(Snowflake? guild, Snowflake? channel, CancellationToken ct)
    {
        var chosen = await OfAsync(guild, channel, ct);
        return chosen.Subscription is not { Paused: not null }
            ? chosen
            : ChosenChannel.Refused($"<#{channel}> is paused. `/channel resume` goes on, then try again.");
    }
}

/// <param name="Subscription">Null where it is refused.</param>
/// <param name="Refusal">What the person is told then.</param>
sealed record ChosenChannel(Subscription? Subscription, string Refusal)
{
    public static ChosenChannel Refused(string refusal) => new(null, refusal);
}
