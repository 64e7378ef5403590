using Articles;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary>The button of a card that follows its story, then offers its topics, and stops following the story.</summary>
sealed class FollowStoryButton(
    ButtonStories stories,
    FollowStore follows,
    SubscriptionStore subscriptions,
    ArticleStore articles,
    OutboxSignal outbox) : IButton
{
    public string Name => FollowButton.Name;

    public Access Access => Access.Everyone;

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction switch
    {
        { CustomId.Numbers: [var story], UserId: { } user } => AnswerAsync(interaction, story, user, ct),
        _ => Task.FromResult(Reply.Note(BotTexts.Of(interaction.Language).Answers.UnknownButton("/following"))),
    };

    Task<Reply> AnswerAsync(CustomIdInteraction interaction, long story, Snowflake member, CancellationToken ct) =>
        interaction.CustomId.Words switch
        {
            FollowButton.Stopping => StopAsync(story, member.ToString(), interaction, ct),
            FollowButton.Topics => FollowTopicsAsync(member.ToString(), interaction, ct),
            _ => FollowAsync(story, member, interaction, ct),
        };

    async Task<Reply> FollowAsync(long id, Snowflake member, CustomIdInteraction interaction, CancellationToken ct) =>
        await stories.OfAsync(id, interaction.Message, ct) is { } story
            ? await FollowAsync(story, member, interaction.GuildId, interaction.Place, interaction.Language, ct)
            : Reply.Note(BotTexts.Of(interaction.Language).Answers.StoryGone);

    /// <param name="guild">Where the member asks; null in a direct message.</param>
    /// <param name="place">As exactly as Discord says.</param>
    public async Task<Reply> FollowAsync(
        Story story, Snowflake user, Snowflake? guild, ChannelPlace? place, string language, CancellationToken ct)
    {
        var (member, words) = (user.ToString(), BotTexts.Of(language));
        var isNew = await follows.FollowStoryAsync(member, story.Id, language, ct, place);
        var topics = await TopicsAsync(story, member, words.Answers.FollowItsTopics, ct);
        var stop = new Button
        {
            Style = ButtonStyle.Secondary,
            Label = words.Cards.StopFollowing,
            CustomId = FollowButton.Stop(story.PublicKey).ToString(),
        };
        return new()
        {
            Content = isNew
                ? FollowText.Join(words.Answers.StoryFollowed, FollowText.Remark(guild, words.Answers))
                : words.Answers.StoryFollowedAlready,
            Components = topics is null ? [ActionRow.Of(stop)] : [ActionRow.Of(topics), ActionRow.Of(stop)],
            IsPrivate = true,
        };
    }

    async Task<Reply> StopAsync(long id, string member, CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (await stories.IdOfAsync(id, interaction.Message, ct) is not { } story)
            return Reply.Note(words.StoryGone);
        return Reply.Note(await follows.UnfollowStoryAsync(member, story, ct)
            ? words.StoryFollowedNoMore
            : words.StoryNotFollowed);
    }

    async Task<Reply> FollowTopicsAsync(string member, CustomIdInteraction interaction, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var queued = await follows.FollowTopicsAsync(
            member, [.. known, .. interaction.Values.Except(known)], interaction.Language, ct, interaction.Place);
        outbox.Set();
        var names = await articles.TopicNamesAsync(interaction.Values, ct);
        return Reply.Note(FollowText.Topics(names, queued, BotTexts.Of(interaction.Language).Answers));
    }

    /// <summary>A menu of the story's topics that the member doesn't follow yet; null if there are none.</summary>
    async Task<StringSelect?> TopicsAsync(Story story, string member, string placeholder, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var offered = story.Topics.Select(name => (Name: name, Slug: Topic.SlugOf(name)))
            .Where(topic => topic.Slug.Length is > 0 and <= DiscordLimits.SelectOptionValue && !known.Contains(topic.Slug))
            .Take(DiscordLimits.SelectOptions)
            .ToList();
        return offered is [] ? null : new()
        {
            CustomId = FollowButton.TopicsOf(story.PublicKey).ToString(),
            Placeholder = placeholder,
            MinValues = 1,
            MaxValues = offered.Count,
            Options =
            [
                .. offered.Select(topic => new SelectOption
                {
                    Label = CardText.Plain(topic.Name, DiscordLimits.SelectOptionLabel),
                    Value = topic.Slug,
                }),
            ],
        };
    }

    async Task<IReadOnlyList<string>> FollowedAsync(string member, CancellationToken ct) =>
        (await subscriptions.OfChannelAsync(member, ct))?.Rules.Topics ?? [];
}
