using Bot.Cards;
using Bot.Languages;
using Bot.Posting;
using Discord;
using News;
using News.Storage;
using News.Stories;

namespace Bot.Commands;

/// <summary>The button of a card by which a member follows its story, and then its topics, or follows it no more.</summary>
sealed class FollowStoryButton(StoryStore stories, FollowStore follows, SubscriptionStore subscriptions, ArticleStore articles, OutboxSignal outbox) : IButton
{
    public string Name => FollowButton.Name;

    public Task<Reply> PressAsync(Press press, CancellationToken ct) => press switch
    {
        { Id.Numbers: [var story], UserId: { } user } => AnswerAsync(press, story, user.ToString(), ct),
        _ => Task.FromResult(Reply.Note(Words.Of(press.Language).Answers.UnknownButton("/following"))),
    };

    Task<Reply> AnswerAsync(Press press, long story, string member, CancellationToken ct) => press.Id.Words switch
    {
        FollowButton.Stopping => StopAsync(story, member, Words.Of(press.Language).Answers, ct),
        FollowButton.Topics => FollowTopicsAsync(member, press, ct),
        _ => FollowAsync(story, member, press, ct),
    };

    async Task<Reply> FollowAsync(long id, string member, Press press, CancellationToken ct)
    {
        var words = Words.Of(press.Language);
        if (await stories.OfArticleAsync(id, ct) is not { } story)
            return Reply.Note(words.Answers.StoryGone);

        var isNew = await follows.FollowStoryAsync(member, story.Id, press.Language, ct);
        return new()
        {
            Content = isNew
                ? FollowText.Said(words.Answers.StoryFollowed, FollowText.Remark(press.GuildId, words.Answers))
                : words.Answers.StoryFollowedAlready,
            Components =
            [
                .. await TopicsAsync(story, member, words.Answers.FollowItsTopics, ct) is { } topics ? (Component[])[ActionRow.Of(topics)] : [],
                ActionRow.Of(new Button { Style = ButtonStyle.Secondary, Label = words.Cards.StopFollowing, CustomId = FollowButton.Stop(story.Id).ToString() }),
            ],
            IsPrivate = true,
        };
    }

    async Task<Reply> StopAsync(long id, string member, AnswerWords words, CancellationToken ct)
    {
        var story = (await stories.OfArticleAsync(id, ct))?.Id ?? id;
        return Reply.Note(await follows.UnfollowStoryAsync(member, story, ct)
            ? words.StoryFollowedNoMore
            : words.StoryNotFollowed);
    }

    async Task<Reply> FollowTopicsAsync(string member, Press press, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var queued = await follows.FollowTopicsAsync(member, [.. known, .. press.Values.Except(known)], press.Language, ct);
        outbox.Set();
        return Reply.Note(FollowText.Topics(await TopicOption.NamesAsync(articles, press.Values, ct), queued, Words.Of(press.Language).Answers));
    }

    /// <summary>The story's topics that the member does not follow yet; null where there is none.</summary>
    async Task<StringSelect?> TopicsAsync(Story story, string member, string placeholder, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var offered = story.Topics.Select(name => (Name: name, Slug: Topic.SlugOf(name)))
            .Where(topic => topic.Slug.Length is > 0 and <= DiscordLimits.SelectOptionValue && !known.Contains(topic.Slug))
            .Take(DiscordLimits.SelectOptions)
            .ToList();
        return offered is [] ? null : new()
        {
            CustomId = FollowButton.TopicsOf(story.Id).ToString(),
            Placeholder = placeholder,
            MinValues = 1,
            MaxValues = offered.Count,
            Options = [.. offered.Select(topic => new SelectOption { Label = CardText.Plain(topic.Name, DiscordLimits.SelectOptionLabel), Value = topic.Slug })],
        };
    }

    async Task<IReadOnlyList<string>> FollowedAsync(string member, CancellationToken ct) =>
        (await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct))?.Rules.Topics ?? [];
}
