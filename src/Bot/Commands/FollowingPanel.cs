using Bot.Cards;
using Discord;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary>All that a member follows, and everything to change it with.</summary>
sealed class FollowingPanel(FollowStore follows, SubscriptionStore subscriptions, RuleMenus menus, ArticleStore articles)
{
    public const string Name = "following";

    public async Task<Reply> DrawAsync(string member, CancellationToken ct)
    {
        var subscription = await subscriptions.OfChannelAsync(FollowStore.ChannelOf(member), ct);
        var followed = await FollowedAsync(member, ct);
        return new()
        {
            Embeds = [new()
            {
                Title = "What you follow",
                Description = string.Join("\n\n", ((string?[])[await TopicsAsync(subscription, ct), Stories(followed), await RefusedAsync(subscription, member, ct)]).OfType<string>()),
                Color = StoryMessage.Color,
            }],
            Components = await ComponentsAsync(subscription, followed, ct),
            IsPrivate = true,
        };
    }

    /// <summary>The stories that the menu shows: those that were followed last.</summary>
    public Task<IReadOnlyList<FollowedStory>> FollowedAsync(string member, CancellationToken ct) => follows.StoriesAsync(member, DiscordLimits.SelectOptions, ct);

    public static CustomId Id(string part) => new(Name) { Words = part };

    async Task<string> TopicsAsync(Subscription? subscription, CancellationToken ct) => subscription is { Rules: var rules }
        ? $"**Topics** · {RulesText.Topics(await TopicOption.NamesAsync(articles, rules.Topics, ct))}\nTheir stories come to you privately. {string.Join(" · ", RulesText.Lines(rules))}".TrimEnd()
        : "**Topics** · none yet\nChoose some below, or `/follow` one: their stories come to you privately.";

    static string Stories(IReadOnlyList<FollowedStory> followed) => followed is []
        ? "**Stories** · none now\nPress Follow under one: when another outlet takes it up, I write to you."
        : $"**Stories**\n{string.Join('\n', followed.Select(story => $"- {CardText.Markdown(story.Title, 120)}"))}\nWhen another outlet takes one of them up, I write to you.";

    /// <summary>Where topics are followed, one that is refused pauses all; a story alone is tried again with each news of it.</summary>
    async Task<string?> RefusedAsync(Subscription? subscription, string member, CancellationToken ct)
    {
        if (subscription?.Paused is { } pause)
            return Refused($"I could not write to you, and stopped {DiscordText.Relative(pause.Since)}. Allow direct messages in the privacy settings of a server that we share, then try again.", pause.Reason);
        return await follows.RefusalAsync(member, ct) is { } refusal
            ? Refused($"I could not write to you {DiscordText.Relative(refusal.At)}. Allow direct messages in the privacy settings of a server that we share.", refusal.Reason)
            : null;
    }

    static string Refused(string what, string reason) => $"⚠ {what}\n-# {CardText.Markdown(reason, 300)}";

    async Task<IReadOnlyList<Component>> ComponentsAsync(Subscription? subscription, IReadOnlyList<FollowedStory> followed, CancellationToken ct)
    {
        var rules = subscription?.Rules ?? ChannelRules.Default;
        Component?[] rows =
        [
            await menus.TopicsAsync(rules, Id("topics").ToString(), "Topics to follow", ct) is { } topics ? ActionRow.Of(topics) : null,
            followed is [] ? null : ActionRow.Of(Stopping(followed)),
            subscription is null ? null : ActionRow.Of(RuleMenus.Mode(rules, Id("mode").ToString())),
            subscription is null ? null : ActionRow.Of(
            [
                new Button { Style = ButtonStyle.Secondary, Label = $"{RuleForms.OfMember.Title} …", CustomId = Id(RuleForms.OfMember.Name).ToString() },
                .. subscription.Paused is null ? (Button[])[] : [new() { Style = ButtonStyle.Primary, Label = "Try again", CustomId = Id("retry").ToString() }],
            ]),
        ];
        return [.. rows.OfType<Component>()];
    }

    static StringSelect Stopping(IReadOnlyList<FollowedStory> followed) => new()
    {
        CustomId = Id("stories").ToString(),
        Placeholder = "Stop following a story",
        MinValues = 1,
        MaxValues = followed.Count,
        Options = [.. followed.Select(story => new SelectOption { Label = CardText.Plain(story.Title, DiscordLimits.SelectOptionLabel), Value = $"{story.StoryId}" })],
    };
}
