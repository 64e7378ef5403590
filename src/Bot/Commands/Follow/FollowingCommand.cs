using System.Globalization;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary><c>/following</c>: what a member follows; its menus, buttons and forms change that at once.</summary>
sealed class FollowingCommand(
    FollowingPanel panel,
    FollowStore follows,
    ButtonStories stories,
    SubscriptionStore subscriptions,
    ChannelAdministration administration,
    PauseStore pauses,
    OutboxSignal outbox) : ISlashCommand, IButton, IForm
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "following",
        Description = "See and change what you follow",
    };

    public bool IsPrivate => true;

    public string Name => FollowingPanel.Name;

    public Access Access => Access.Everyone;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.UserId?.ToString() is { } member
        ? await panel.DrawAsync(member, BotTexts.Of(call.Language).Answers, ct)
        : Expired(BotTexts.Of(call.Language).Answers);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (interaction.UserId?.ToString() is not { } member)
            return Expired(words);
        var rules = await RulesAsync(member, ct);
        switch (interaction.CustomId.Words)
        {
            case "topics":
                var topics = RuleMenus.TopicsChosen(rules ?? ChannelRules.Default, interaction.Values);
                await follows.FollowTopicsAsync(member, topics, interaction.Language, ct, interaction.Place);
                break;
            case "stories":
                foreach (var number in interaction.Values.Select(Number).OfType<long>())
                {
                    if (await stories.IdOfAsync(number, interaction.Message, ct) is { } story)
                        await follows.UnfollowStoryAsync(member, story, ct);
                }

                break;
            case "retry":
                await pauses.ResumeAsync(member, withMissed: true, member, ct);
                break;
            case var part when rules is not null && panel.Forms.Of(part) is { } form:
                return new() { Form = form.Open(interaction.CustomId, rules, words) };
            case var part when rules is not null && panel.Forms.Menu(part) is { } menu:
                return await ChangeAsync(member, rules, [(menu, RuleMenus.Chosen(menu, interaction.Values, rules))], words, ct);
            default:
                return Expired(words);
        }

        outbox.Set();
        return await panel.DrawAsync(member, words, ct) with { Replaces = true };
    }

    public async Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        return interaction.UserId?.ToString() is { } member
            && panel.Forms.Of(interaction.CustomId.Words) is { } form
            && await RulesAsync(member, ct) is { } rules
                ? await ChangeAsync(member, rules, form.Answers(interaction), words, ct)
                : Expired(words);
    }

    static Reply Expired(AnswerTexts words) => Reply.Note(words.UnknownButton("/following"));

    async Task<ChannelRules?> RulesAsync(string member, CancellationToken ct) =>
        (await subscriptions.OfChannelAsync(member, ct))?.Rules;

    async Task<Reply> ChangeAsync(
        string member,
        ChannelRules rules,
        IEnumerable<(RuleField Field, string Text)> answers,
        AnswerTexts words,
        CancellationToken ct)
    {
        var changed = RuleAnswers.Read(rules, answers, words, out var refusal);
        if (refusal is not null)
            return refusal;
        await administration.ChangeAsync(member, changed, member, ct);
        outbox.Set();
        return await panel.DrawAsync(member, words, ct) with { Replaces = true };
    }

    static long? Number(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
