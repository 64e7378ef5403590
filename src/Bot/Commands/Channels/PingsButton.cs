using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Commands.Channels;

/// <summary>The buttons and the form of <see cref="PingsPanel"/>: they add, change and remove pings at once.</summary>
sealed class PingsButton(
    PingsPanel panel, GuildSubscriptions channels, ChannelAdministration administration, OutboxSignal outbox) : IButton, IForm
{
    public string Name => PingsPanel.Name;

    public Access Access => Access.Moderators;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var chosen = await ChosenAsync(interaction, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (interaction.CustomId.Words == PingsPanel.Opening)
            return await panel.DrawAsync(subscription, [], ct);
        return PingsPanel.IndexOf(interaction.CustomId, subscription.Rules) is { } index
            ? new() { Form = await panel.FormAsync(interaction.CustomId, PingAt(subscription, index), ct) }
            : await panel.DrawAsync(subscription, [], ct) with { Replaces = true };
    }

    public async Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var chosen = await ChosenAsync(interaction, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (PingsPanel.IndexOf(interaction.CustomId, subscription.Rules) is not { } index)
            return Reply.Note("The pings have changed meanwhile. Use `/channel edit` again.");
        var ping = PingsPanel.Read(PingAt(subscription, index), interaction, out var refusal);
        if (refusal is not null)
            return refusal;

        var pings = subscription.Rules.Pings.ToList();
        if (index < pings.Count)
            pings.RemoveAt(index);
        if (ping.Role.Length > 0 && !pings.Contains(ping))
            pings.Insert(index, ping);
        var rules = subscription.Rules with { Pings = pings };
        if (rules != subscription.Rules)
        {
            await administration.ChangeAsync(subscription.Channel, rules, interaction.UserId?.ToString(), ct);
            outbox.Set();
        }

        return await panel.DrawAsync(subscription with { Rules = rules }, interaction.Roles.Values, ct) with { Replaces = true };
    }

    static PingRule PingAt(Subscription subscription, int index) =>
        index < subscription.Rules.Pings.Count ? subscription.Rules.Pings[index] : new();

    /// <summary>Looked up each time, since the channel may have changed.</summary>
    async Task<ChosenChannel> ChosenAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction switch
    {
        { CustomId.Numbers: [var channel and > 0, ..] } => await channels.OfAsync(interaction.GuildId, new((ulong)channel), ct),
        _ => ChosenChannel.Refused("This panel has expired. Use `/channel edit` again."),
    };
}
