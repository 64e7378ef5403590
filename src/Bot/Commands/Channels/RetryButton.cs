using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Commands.Channels;

/// <summary>The button below the notice that a channel was paused: resumes it, including the stories it missed.</summary>
sealed class RetryButton(SubscriptionStore subscriptions, PauseStore pauses, OutboxSignal outbox) : IButton
{
    public string Name => NoticeMessage.Button;

    public Access Access => Access.ModeratorsOrInPrivate;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId.Numbers is not [var channel, _]
            || await subscriptions.OfChannelAsync($"{channel}", ct) is not { } subscription)
            return Reply.Note("This channel no longer gets news. Use `/channel add` to add it again.");
        if (!MayResume(interaction, subscription))
            return Reply.Note("You need the Manage Server permission to resume it.");

        var missed = await pauses.ResumeAsync(subscription.Channel, withMissed: true, interaction.UserId?.ToString(), ct);
        outbox.Set();
        return new()
        {
            Content = missed is { } count
                ? $"<@{interaction.UserId}> resumed <#{subscription.Channel}>. {ResumeSubcommand.MissedText(count, withMissed: true)}"
                : $"<#{subscription.Channel}> already gets news again.",
            Embeds = interaction.Message?.Embeds ?? [],
            Replaces = true,
        };
    }

    /// <summary>In the guild, members who manage it; in direct messages, the member who added the channel and so got the notice.</summary>
    static bool MayResume(CustomIdInteraction interaction, Subscription subscription) => interaction.GuildId is { } guild
        ? subscription.Guild == guild.ToString()
        : subscription.ChosenBy is { } chooser && chooser == interaction.UserId?.ToString();
}
