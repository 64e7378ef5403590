using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel edit channel</c> opens the panel; its menus, buttons and forms change rules at once.</summary>
sealed class EditSubcommand(
    ChannelAdministration administration,
    GuildSubscriptions channels,
    ExpressionLimit expressions,
    RulesPanel panel,
    PostPreview preview,
    OutboxSignal outbox) : ISubcommand, IButton, IForm
{
    static readonly AnswerTexts Words = BotTexts.English.Answers;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "edit",
        Description = "See and change a channel's rules",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public string Name => RulesPanel.Name;

    public Access Access => Access.Moderators;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var channel = call.Channel(ChannelOption.Name);
        var chosen = await channels.OfAsync(call.GuildId, channel?.Id, ct);
        return chosen.Subscription is { } subscription
            ? await panel.DrawAsync(subscription, channel!.AppPermissions ?? Permissions.None, ct)
            : Reply.Note(chosen.Refusal);
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var chosen = await ChosenAsync(interaction, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        switch (interaction.CustomId.Words)
        {
            case RulesPanel.Opening:
                return await panel.DrawAsync(subscription, Permissions.None, ct);
            case RulesPanel.Preview:
                return await preview.OfAsync(subscription, isSaved: true, ct);
        }

        if (panel.Forms.Of(interaction.CustomId.Words) is { } form)
            return new() { Form = form.Open(interaction.CustomId, subscription.Rules, Words) };
        return panel.Forms.Menu(interaction.CustomId.Words) is { } menu
            ? await ChangeAsync(interaction, subscription, [(menu, RuleMenus.Chosen(menu, interaction.Values, subscription.Rules))], ct)
            : Expired;
    }

    public async Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var chosen = await ChosenAsync(interaction, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return panel.Forms.Of(interaction.CustomId.Words) is { } form
            ? await ChangeAsync(interaction, subscription, form.Answers(interaction), ct)
            : Expired;
    }

    static Reply Expired => Reply.Note("This panel has expired. Use `/channel edit` again.");

    /// <summary>Looked up each time, since the channel may have changed.</summary>
    async Task<ChosenChannel> ChosenAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction switch
    {
        { CustomId.Numbers: [var channel and > 0, ..] } => await channels.OfAsync(interaction.GuildId, new((ulong)channel), ct),
        _ => ChosenChannel.Refused(Expired.Content!),
    };

    async Task<Reply> ChangeAsync(
        CustomIdInteraction interaction,
        Subscription subscription,
        IEnumerable<(RuleField Field, string Text)> answers,
        CancellationToken ct)
    {
        var rules = RuleAnswers.Read(subscription.Rules, answers, Words, out var refusal);
        if (refusal is not null)
            return refusal;
        if (await expressions.RefusalAsync(subscription, rules, ct) is { } tooMany)
            return tooMany;
        if (rules != subscription.Rules)
        {
            await administration.ChangeAsync(subscription.Channel, rules, interaction.UserId?.ToString(), ct);
            outbox.Set();
        }

        var allowed = interaction.CustomId.Numbers is [_, var bits] ? (Permissions)bits : Permissions.None;
        return await panel.DrawAsync(subscription with { Rules = rules }, allowed, ct) with { Replaces = true };
    }
}
