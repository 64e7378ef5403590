using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Commands.Channels;

/// <summary>The buttons below the notice that too many stories came at once: post them, or drop them.</summary>
sealed class FloodButton(SubscriptionStore subscriptions, FloodStore floods, OutboxSignal outbox) : IButton
{
    public string Name => FloodMessage.Button;

    public Access Access => Access.ModeratorsOrInPrivate;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId is not { Numbers: [0 or 1], Words: { } key }
            || await floods.FloodAsync(key, ct) is not { } flood
            || await subscriptions.OfChannelAsync(flood.Channel, ct) is not { } subscription)
            return Reply.Note("This channel no longer gets news, so there is nothing to decide.");
        if (!MayDecide(interaction, subscription))
            return Reply.Note(AccessRules.Refusal);

        var outcome = (FloodOutcome)interaction.CustomId.Numbers[0];
        var before = await floods.EndAsync(key, outcome, interaction.UserId?.ToString(), ct);
        outbox.Set();
        var message = FloodMessage.For((await floods.FloodAsync(key, ct))!);
        return before is { Outcome: null }
            ? new() { Embeds = message.Embeds!, Replaces = true }
            : Reply.Note("Somebody has already decided this.");
    }

    /// <summary>In the guild, members who manage it; in direct messages, the member who added the channel and so got the notice.</summary>
    static bool MayDecide(CustomIdInteraction interaction, Subscription subscription) => interaction.GuildId is { } guild
        ? subscription.Guild == guild.ToString()
        : subscription.ChosenBy is { } chooser && chooser == interaction.UserId?.ToString();
}
