using Bot.Languages;
using Bot.Posting;
using Discord;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel edit channel</c> opens the panel; its menus, buttons and forms change one rule or a few, at once.</summary>
sealed class RulesEditor(SubscriptionStore subscriptions, GuildSubscriptions channels, RulesPanel panel, OutboxSignal outbox) : ISubcommand, IButton, IForm
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "edit",
        Description = "See and change what a channel gets, when, and how loud",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public string Name => RulesPanel.Name;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var channel = call.Channel(ChannelOption.Name);
        var chosen = await channels.ToChangeAsync(call.GuildId, channel?.Id, ct);
        return chosen.Subscription is { } subscription
            ? await panel.DrawAsync(subscription, channel!.AppPermissions ?? Permissions.None, role: null, ct)
            : Reply.Note(chosen.Refusal);
    }

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        var chosen = await ChosenAsync(press, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (RuleForms.Of(press.Id.Words) is { } form)
            return new() { Form = new(press.Id, form.Title, form.Questions(subscription.Rules, Words.English.Answers)) };
        return RuleForms.Menus.FirstOrDefault(field => field.Name == press.Id.Words) is { } menu
            ? await ChangeAsync(press, subscription, [(menu, Chosen(menu, press.Values, subscription.Rules))], ct)
            : Unknown;
    }

    public async Task<Reply> SubmitAsync(Press press, CancellationToken ct)
    {
        var chosen = await ChosenAsync(press, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return RuleForms.Of(press.Id.Words) is { } form
            ? await ChangeAsync(press, subscription, RuleAnswers.Of(form, press), ct)
            : Unknown;
    }

    static Reply Unknown => Reply.Note("This is not one that I know how to answer. Use `/channel edit` again.");

    /// <summary>Asked again for each press: what somebody may do, and what a channel is, change.</summary>
    async Task<ChosenChannel> ChosenAsync(Press press, CancellationToken ct) => press switch
    {
        { MayManage: false } => ChosenChannel.Refused("Only those with Manage Server can change rules."),
        { Id.Numbers: [var channel and > 0, ..] } => await channels.ToChangeAsync(press.GuildId, new((ulong)channel), ct),
        _ => ChosenChannel.Refused(Unknown.Content!),
    };

    async Task<Reply> ChangeAsync(Press press, Subscription subscription, IEnumerable<(RuleField Field, string Text)> answers, CancellationToken ct)
    {
        var rules = RuleAnswers.Read(subscription.Rules, answers, Words.English.Answers, out var refusal);
        if (refusal is not null)
            return refusal;
        if (rules != subscription.Rules)
        {
            await subscriptions.ChangeAsync(subscription.Channel, rules, press.UserId?.ToString(), ct);
            outbox.Set();
        }

        var allowed = press.Id.Numbers is [_, var bits] ? (Permissions)bits : Permissions.None;
        return await panel.DrawAsync(subscription with { Rules = rules }, allowed, Role(press, rules), ct) with { Replaces = true };
    }

    /// <summary>What was chosen from a menu as the rule's text.</summary>
    static string Chosen(RuleField menu, IReadOnlyList<string> values, ChannelRules rules) => menu.Kind is RuleKind.List
        ? string.Join(", ", RuleMenus.TopicsChosen(rules, values))
        : RuleAnswers.First(values);

    static Role? Role(Press press, ChannelRules rules) => Snowflake.TryParse(rules.PingRole, out var id) ? press.Roles.GetValueOrDefault(id) : null;
}
