using Bot.Cards;
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
        _ => Task.FromResult(Reply.Note("This button is not one that I know how to answer. `/following` shows what you follow.")),
    };

    Task<Reply> AnswerAsync(Press press, long story, string member, CancellationToken ct) => press.Id.Words switch
    {
        FollowButton.Stopping => StopAsync(story, member, ct),
        FollowButton.Topics => FollowTopicsAsync(member, press, ct),
        _ => FollowAsync(story, member, press, ct),
    };

    async Task<Reply> FollowAsync(long id, string member, Press press, CancellationToken ct)
    {
        if (await stories.OfArticleAsync(id, ct) is not { } story)
            return Reply.Note(CardWords.Of(press.Language).StoryGone);

        var isNew = await follows.FollowStoryAsync(member, story.Id, press.Language, ct);
        return new()
        {
            Content = isNew
                ? $"You follow this story: when another outlet takes it up, I write to you privately. {FollowText.Remark(press.GuildId)}".TrimEnd()
                : "You follow this story already. `/following` shows all that you follow.",
            Components =
            [
                .. await TopicsAsync(story, member, ct) is { } topics ? (Component[])[ActionRow.Of(topics)] : [],
                ActionRow.Of(new Button { Style = ButtonStyle.Secondary, Label = "Stop following", CustomId = FollowButton.Stop(story.Id).ToString() }),
            ],
            IsPrivate = true,
        };
    }

    async Task<Reply> StopAsync(long id, string member, CancellationToken ct)
    {
        var story = (await stories.OfArticleAsync(id, ct))?.Id ?? id;
        return Reply.Note(await follows.UnfollowStoryAsync(member, story, ct)
            ? "You follow this story no more."
            : "You don't follow this story. `/following` shows what you do follow.");
    }

    async Task<Reply> FollowTopicsAsync(string member, Press press, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var queued = await follows.FollowTopicsAsync(member, [.. known, .. press.Values.Except(known)], press.Language, ct);
        outbox.Set();
        return Reply.Note(FollowText.Topics(await TopicOption.NamesAsync(articles, press.Values, ct), queued));
    }

    /// <summary>The story's topics that the member does not follow yet; null where there is none.</summary>
    async Task<StringSelect?> TopicsAsync(Story story, string member, CancellationToken ct)
    {
        var known = await FollowedAsync(member, ct);
        var offered = story.Topics.Select(name => (Name: name, Slug: Topic.SlugOf(name)))
            .Where(topic => topic.Slug.Length is > 0 and <= DiscordLimits.SelectOptionValue && !known.Contains(topic.Slug))
            .Take(DiscordLimits.SelectOptions)
            .ToList();
        return offered is [] ? null : new()
        {
            CustomId = FollowButton.TopicsOf(story.Id).ToString(),
            Placeholder = "Follow its topics, too",
            MinValues = 1,
            MaxValues = offered.Count,
            Options = [.. offered.Select(topic => new SelectOption { Label = CardText.Plain(topic.Name, DiscordLimits.SelectOptionLabel), Value = topic.Slug })],
        };
    }

    async Task<IReadOnlyList<string>> FollowedAsync(string member, CancellationToken ct) =>
        (await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct))?.Rules.Topics ?? [];
}
