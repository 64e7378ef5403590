using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Commands.Follow;

/// <summary>
/// The button above a direct message that came because of a topic: it stops following that topic. If several topics brought the message,
/// or it can't be said any more which, it shows everything that the member follows.
/// </summary>
sealed class UnfollowTopicButton(
    ButtonStories buttons,
    StoryStore stories,
    SubscriptionStore subscriptions,
    FollowStore follows,
    ArticleStore articles,
    FollowingPanel panel) : IButton
{
    public string Name => UnfollowButton.Name;

    public Access Access => Access.Everyone;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (interaction.UserId?.ToString() is not { } member)
            return Reply.Note(words.UnknownButton("/following"));
        var known = (await subscriptions.OfChannelAsync(member, ct))?.Rules.Topics ?? [];
        if (await ThoseOfStoryAsync(known, interaction, ct) is not [var only])
            return await panel.DrawAsync(member, words, ct);
        await follows.FollowTopicsAsync(member, [.. known.Where(topic => topic != only)], interaction.Language, ct);
        return Reply.Note(words.TopicFollowedNoMore(await NameAsync(only, ct)));
    }

    async Task<IReadOnlyList<string>> ThoseOfStoryAsync(IReadOnlyList<string> topics, CustomIdInteraction pressed, CancellationToken ct)
    {
        if (pressed.CustomId.Numbers is not [var id] || await buttons.OfAsync(id, pressed.Message, ct) is not { } story)
            return [];
        var facts = await stories.FactsAsync(story, ct);
        return [.. topics.Where(facts.Topics.Contains)];
    }

    async Task<string> NameAsync(string topic, CancellationToken ct) =>
        CardText.Markdown((await articles.TopicNamesAsync([topic], ct))[0], 100);
}
