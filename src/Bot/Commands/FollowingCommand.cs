using System.Globalization;
using Bot.Languages;
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
        ? await panel.DrawAsync(member, Words.Of(call.Language).Answers, ct)
        : Unknown(Words.Of(call.Language).Answers);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        var words = Words.Of(press.Language).Answers;
        if (press.UserId?.ToString() is not { } member)
            return Unknown(words);
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
                return await ChangeAsync(member, rules, [(RuleFields.Of("mode")!, RuleAnswers.First(press.Values))], words, ct);
            case "times" when rules is not null:
                return new() { Form = new(press.Id, words.Times, RuleForms.OfMember.Questions(rules, words)) };
            default:
                return Unknown(words);
        }

        outbox.Set();
        return await panel.DrawAsync(member, words, ct) with { Replaces = true };
    }

    public async Task<Reply> SubmitAsync(Press press, CancellationToken ct) =>
        press.UserId?.ToString() is { } member && press.Id.Words == RuleForms.OfMember.Name && await RulesAsync(member, ct) is { } rules
            ? await ChangeAsync(member, rules, RuleAnswers.Of(RuleForms.OfMember, press), Words.Of(press.Language).Answers, ct)
            : Unknown(Words.Of(press.Language).Answers);

    static Reply Unknown(AnswerWords words) => Reply.Note(words.UnknownButton("/following"));

    async Task<ChannelRules?> RulesAsync(string member, CancellationToken ct) => (await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct))?.Rules;

    async Task<Reply> ChangeAsync(string member, ChannelRules rules, IEnumerable<(RuleField Field, string Text)> answers, AnswerWords words, CancellationToken ct)
    {
        var changed = RuleAnswers.Read(rules, answers, words, out var refusal);
        if (refusal is not null)
            return refusal;
        await subscriptions.ChangeAsync(FollowStore.ChannelOf(member), changed, member, ct);
        outbox.Set();
        return await panel.DrawAsync(member, words, ct) with { Replaces = true };
    }

    static long? Number(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
