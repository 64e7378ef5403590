using Bot.Cards;
using Bot.Languages;
using Discord;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary>All that a member follows, and everything to change it with.</summary>
sealed class FollowingPanel(FollowStore follows, SubscriptionStore subscriptions, RuleMenus menus, ArticleStore articles)
{
    public const string Name = "following";

    public async Task<Reply> DrawAsync(string member, AnswerWords words, CancellationToken ct)
    {
        var subscription = await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct);
        var followed = await FollowedAsync(member, ct);
        return new()
        {
            Embeds = [new()
            {
                Title = words.WhatYouFollow,
                Description = string.Join("\n\n", ((string?[])[await TopicsAsync(subscription, words, ct), Stories(followed, words), await RefusedAsync(subscription, member, words, ct)]).OfType<string>()),
                Color = StoryMessage.Color,
            }],
            Components = await ComponentsAsync(subscription, followed, words, ct),
            IsPrivate = true,
        };
    }

    /// <summary>The stories that the menu shows: those that were followed last.</summary>
    public Task<IReadOnlyList<FollowedStory>> FollowedAsync(string member, CancellationToken ct) => follows.StoriesAsync(member, DiscordLimits.SelectOptions, ct);

    public static CustomId Id(string part) => new(Name) { Words = part };

    async Task<string> TopicsAsync(Subscription? subscription, AnswerWords words, CancellationToken ct)
    {
        if (subscription is not { Rules: var rules })
            return words.PanelNoTopics;
        var told = words.PanelTopics(RulesText.Topics(await TopicOption.NamesAsync(articles, rules.Topics, ct)));
        return string.Join(" · ", RulesText.Lines(RuleForms.MemberFields, rules, words)) is { Length: > 0 } lines ? $"{told}\n-# {lines}" : told;
    }

    static string Stories(IReadOnlyList<FollowedStory> followed, AnswerWords words) => followed is []
        ? words.PanelNoStories
        : words.PanelStories(string.Join('\n', followed.Select(story => $"- {CardText.Markdown(story.Title, 120)}")));

    /// <summary>Where topics are followed, one that is refused pauses all; a story alone is tried again with each news of it.</summary>
    async Task<string?> RefusedAsync(Subscription? subscription, string member, AnswerWords words, CancellationToken ct)
    {
        if (subscription?.Paused is { } pause)
            return Refused(words.Stopped(DiscordText.Relative(pause.Since)), pause.Reason);
        return await follows.RefusalAsync(member, ct) is { } refusal
            ? Refused(words.NotWritten(DiscordText.Relative(refusal.At)), refusal.Reason)
            : null;
    }

    static string Refused(string what, string reason) => $"⚠ {what}\n-# {CardText.Markdown(reason, 300)}";

    async Task<IReadOnlyList<Component>> ComponentsAsync(Subscription? subscription, IReadOnlyList<FollowedStory> followed, AnswerWords words, CancellationToken ct)
    {
        var rules = subscription?.Rules ?? ChannelRules.Default;
        Component?[] rows =
        [
            await menus.TopicsAsync(rules, Id("topics").ToString(), words.TopicsToFollow, ct) is { } topics ? ActionRow.Of(topics) : null,
            followed is [] ? null : ActionRow.Of(Stopping(followed, words)),
            subscription is null ? null : ActionRow.Of(RuleMenus.Mode(rules, Id("mode").ToString(), words)),
            subscription is null ? null : ActionRow.Of(
            [
                new Button { Style = ButtonStyle.Secondary, Label = $"{words.Times} …", CustomId = Id(RuleForms.OfMember.Name).ToString() },
                .. subscription.Paused is null ? (Button[])[] : [new() { Style = ButtonStyle.Primary, Label = words.TryAgain, CustomId = Id("retry").ToString() }],
            ]),
        ];
        return [.. rows.OfType<Component>()];
    }

    static StringSelect Stopping(IReadOnlyList<FollowedStory> followed, AnswerWords words) => new()
    {
        CustomId = Id("stories").ToString(),
        Placeholder = words.StopAStory,
        MinValues = 1,
        MaxValues = followed.Count,
        Options = [.. followed.Select(story => new SelectOption { Label = CardText.Plain(story.Title, DiscordLimits.SelectOptionLabel), Value = $"{story.StoryId}" })],
    };
}
