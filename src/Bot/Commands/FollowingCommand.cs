using System.Globalization;
using Bot.Posting;
using Discord;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/following</c>: what a member follows; its menus, buttons and form change that at once.</summary>
sealed class FollowingCommand(FollowingPanel panel, FollowStore follows, SubscriptionStore subscriptions, PauseStore pauses, OutboxSignal outbox) : ISlashCommand, IButton, IForm
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "following",
        Description = "See and change what comes to you privately",
    };

    public bool IsPrivate => true;

    public string Name => FollowingPanel.Name;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.UserId?.ToString() is { } member
        ? await panel.DrawAsync(member, ct)
        : Unknown;

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.UserId?.ToString() is not { } member)
            return Unknown;
        var rules = await RulesAsync(member, ct);
        switch (press.Id.Words)
        {
            case "topics":
                await follows.FollowTopicsAsync(member, RuleMenus.TopicsChosen(rules ?? ChannelRules.Default, press.Values), press.Language, ct);
                break;
            case "stories":
                foreach (var story in press.Values.Select(Number).OfType<long>())
                    await follows.UnfollowStoryAsync(member, story, ct);
                break;
            case "retry":
                await pauses.ResumeAsync(FollowStore.ChannelOf(member), withMissed: true, member, ct);
                break;
            case "mode" when rules is not null:
                return await ChangeAsync(member, rules, [(RuleFields.Of("mode")!, RuleAnswers.First(press.Values))], ct);
            case "times" when rules is not null:
                return new() { Form = new(press.Id, RuleForms.OfMember.Title, RuleForms.OfMember.Questions(rules)) };
            default:
                return Unknown;
        }

        outbox.Set();
        return await panel.DrawAsync(member, ct) with { Replaces = true };
    }

    public async Task<Reply> SubmitAsync(Press press, CancellationToken ct) =>
        press.UserId?.ToString() is { } member && press.Id.Words == RuleForms.OfMember.Name && await RulesAsync(member, ct) is { } rules
            ? await ChangeAsync(member, rules, RuleAnswers.Of(RuleForms.OfMember, press), ct)
            : Unknown;

    static Reply Unknown => Reply.Note("This is not one that I know how to answer. Use `/following` again.");

    async Task<ChannelRules?> RulesAsync(string member, CancellationToken ct) => (await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct))?.Rules;

    async Task<Reply> ChangeAsync(string member, ChannelRules rules, IEnumerable<(RuleField Field, string Text)> answers, CancellationToken ct)
    {
        var changed = RuleAnswers.Read(rules, answers, out var refusal);
        if (refusal is not null)
            return refusal;
        await subscriptions.ChangeAsync(FollowStore.ChannelOf(member), changed, member, ct);
        outbox.Set();
        return await panel.DrawAsync(member, ct) with { Replaces = true };
    }

    static long? Number(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
