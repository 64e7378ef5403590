using Bot.Cards;
using Bot.Posting;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary>The button of a notice that a channel was paused: resumes it, with what was missed.</summary>
sealed class RetryButton(SubscriptionStore subscriptions, PauseStore pauses, OutboxSignal outbox) : IButton
{
    public string Name => NoticeMessage.Button;

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Id.Numbers is not [var channel, _] || await subscriptions.OfChannelAsync($"{channel}", ct) is not { } subscription)
            return Reply.Note("This channel gets no news any more. `/channel add` begins anew.");
        if (!MayResume(press, subscription))
            return Reply.Note("Only those who may choose the channels of its server can resume it.");

        var missed = await pauses.ResumeAsync(subscription.Channel, withMissed: true, press.UserId?.ToString(), ct);
        outbox.Set();
        return new()
        {
            Content = missed is { } count
                ? $"<#{subscription.Channel}> gets news again, says <@{press.UserId}>. {ResumeSubcommand.Told(count, withMissed: true)}"
                : $"<#{subscription.Channel}> gets news again already.",
            Embeds = press.Message?.Embeds ?? [],
            Replaces = true,
        };
    }

    /// <summary>In its guild those who manage that; privately the one who chose the channel, and so is told of it.</summary>
    static bool MayResume(Press press, Subscription subscription) => press.GuildId is { } guild
        ? press.MayManage && subscription.Guild == guild.ToString()
        : subscription.ChosenBy is { } chooser && chooser == press.UserId?.ToString();
}
