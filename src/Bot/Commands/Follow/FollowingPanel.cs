using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary>Everything that a member follows, with the menus and buttons that change it.</summary>
sealed class FollowingPanel(
    RuleFields fields,
    FollowStore follows,
    SubscriptionStore subscriptions,
    RuleMenus menus,
    ArticleStore articles)
{
    public const string Name = "following";

    public RuleForms Forms { get; } = RuleForms.ForMembers(fields);

    public async Task<Reply> DrawAsync(string member, AnswerTexts words, CancellationToken ct)
    {
        var subscription = await subscriptions.OfChannelAsync(member, ct);
        // The menu shows the stories followed last.
        var followed = await follows.StoriesAsync(member, DiscordLimits.SelectOptions, ct);
        string?[] parts =
        [
            await TopicsAsync(subscription, words, ct),
            Stories(followed, words),
            await RefusedAsync(subscription, member, words, ct),
        ];
        return new()
        {
            Embeds =
            [
                new()
                {
                    Title = words.WhatYouFollow,
                    Description = string.Join("\n\n", parts.OfType<string>()),
                    Color = TopicColor.None,
                },
            ],
            Components = await ComponentsAsync(subscription, followed, words, ct),
            IsPrivate = true,
        };
    }

    async Task<string> TopicsAsync(Subscription? subscription, AnswerTexts words, CancellationToken ct)
    {
        if (subscription is not { Rules: var rules })
            return words.PanelNoTopics;
        var topics = words.PanelTopics(RulesText.Topics(await articles.TopicNamesAsync(rules.Topics, ct)));
        return string.Join(" · ", RulesText.Lines(Forms.Fields, rules, words)) is { Length: > 0 } lines ? $"{topics}\n-# {lines}" : topics;
    }

    static string Stories(IReadOnlyList<FollowedStory> followed, AnswerTexts words) => followed is []
        ? words.PanelNoStories
        : words.PanelStories(string.Join('\n', followed.Select(story => $"- {CardText.Markdown(story.Title, 120)}")));

    /// <summary>A refused message about a topic pauses all topics; a story is tried again with its next update.</summary>
    async Task<string?> RefusedAsync(Subscription? subscription, string member, AnswerTexts words, CancellationToken ct)
    {
        if (subscription?.Paused is { } pause)
            return Refused(words.Stopped(DiscordText.Relative(pause.Since)), pause.Reason);
        return await follows.RefusalAsync(member, ct) is { } refusal
            ? Refused(words.NotWritten(DiscordText.Relative(refusal.At)), refusal.Reason)
            : null;
    }

    static string Refused(string what, string reason) => $"⚠ {what}\n-# {CardText.Markdown(reason, 300)}";

    async Task<IReadOnlyList<Component>> ComponentsAsync(
        Subscription? subscription,
        IReadOnlyList<FollowedStory> followed,
        AnswerTexts words,
        CancellationToken ct)
    {
        var rows = new List<Component>();
        var rules = subscription?.Rules ?? ChannelRules.Default;
        if (await menus.TopicsAsync(rules, Id("topics"), words.TopicsToFollow, ct) is { } topics)
            rows.Add(ActionRow.Of(topics));
        if (followed is not [])
            rows.Add(ActionRow.Of(Stopping(followed, words)));
        if (subscription is null)
            return rows;

        foreach (var field in Forms.Menus)
        {
            if (await menus.OfAsync(field, rules, Id(field.Name), words, ct) is { } menu)
                rows.Add(ActionRow.Of(menu));
        }

        var buttons = Forms.All.Select(form => form.Button(Id(form.Name), words)).ToList();
        if (subscription.Paused is not null)
            buttons.Add(new() { Style = ButtonStyle.Primary, Label = words.TryAgain, CustomId = Id("retry") });
        rows.Add(ActionRow.Of([.. buttons]));
        return rows;
    }

    static StringSelect Stopping(IReadOnlyList<FollowedStory> followed, AnswerTexts words) => new()
    {
        CustomId = Id("stories"),
        Placeholder = words.StopAStory,
        MinValues = 1,
        MaxValues = followed.Count,
        Options =
        [
            .. followed.Select(story => new SelectOption
            {
                Label = CardText.Plain(story.Title, DiscordLimits.SelectOptionLabel),
                Value = $"{story.PublicKey}",
            }),
        ],
    };

    static string Id(string part) => new CustomId(Name) { Words = part }.ToString();
}
