using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel why article [channel]</c>: each rule's answer, the one that stopped the story, and the state of its post.</summary>
sealed class WhySubcommand(
    RuleFields fields,
    NameOptions names,
    ArticleStore articles,
    StoryStore stories,
    SubscriptionStore subscriptions,
    GuildSubscriptions channels,
    RecentPosts recent,
    PublicationStore publications,
    DeliveryHistory history,
    TimeProvider clock) : ISubcommand, ISuggest
{
    const int CheckLength = 300;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "why",
        Description = "See why a story was posted to a channel or not",
        Options = [ArticleOption.Spec, ChannelOption.Spec("Which channel (default: this one, or the only one)") with { Required = false }],
    };

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
        ArticleOption.SuggestEverAsync(articles, call, ct);

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id ?? await DefaultAsync(call, ct), ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (await ArticleOption.FindEverAsync(articles, call, ct) is not { } article)
            return await names.UnknownArticleAsync(call, ArticleOption.Name, ct);
        if (await stories.EverOfArticleAsync(article, ct) is not { } story)
            return Reply.Note(BotTexts.English.Answers.StoryGone);

        var isWithdrawn = await stories.StoryAsync(story.Id, ct) is null;
        var facts = await stories.FactsAsync(story, ct);
        var record = await history.OfStoryAsync(subscription.Channel, story.Id, ct);
        var isNews = record is null && story.FirstSeenAt >= subscription.CreatedAt;
        var checks = fields.Check(facts, subscription.Rules, isNews);
        var status = await StatusAsync(subscription, new(story, isWithdrawn), checks, record, call.GuildId!.Value, ct);
        return new()
        {
            Embeds = [new()
            {
                Title = CardText.Markdown(story.Lead.Title, DiscordLimits.EmbedTitle),
                Description = DiscordText.Shorten(
                    $"<#{subscription.Channel}>\n\n{Rules(checks)}\n\n{status}",
                    DiscordLimits.EmbedDescription),
                Color = TopicColor.None,
            }],
            IsPrivate = true,
        };
    }

    static string Rules(IReadOnlyList<RuleCheck> checks)
    {
        var first = checks.FirstOrDefault(check => !check.Passed);
        return string.Join('\n', checks.Select(check =>
        {
            var line = $"{(check.Passed ? "✓" : "✗")} {check.Rule.Label}: {CardText.Inline(check.Text, CheckLength)}";
            return check == first ? $"**{line}** ← stopped it" : line;
        }));
    }

    async Task<string> StatusAsync(
        Subscription subscription,
        StoryInQuestion asked,
        IReadOnlyList<RuleCheck> checks,
        DeliveryRecord? record,
        Snowflake guild,
        CancellationToken ct)
    {
        var link = record is null ? null : DeliveryText.Link(record, guild);
        string?[] lines =
        [
            subscription.Paused is { } pause
                ? $"The channel was paused {DiscordText.Relative(pause.Since)}. New stories wait until `/channel resume`."
                : null,
            record is null ? null : $"Status: {DeliveryText.State(record)}{(link is null ? "" : $" · {link.AbsoluteUri}")}",
            record is not null && DeliveryText.Why(record) is { } why ? $"-# {why}" : null,
            record is null || await publications.OfCardAsync(record.Id, ct) is not { } publication ? null : Publication(publication),
            asked.IsWithdrawn ? "It was withdrawn." : Verdict(subscription, asked.Story, checks, record),
            asked.IsWithdrawn || subscription.Paused is not null ? null : record switch
            {
                null when WasNotPosted(subscription, asked.Story, checks) => Anyway,
                { Message: null, State: DeliveryState.Skipped or DeliveryState.Failed } => Anyway,
                null or { State: DeliveryState.Pending } => TimeText(await TimeAsync(subscription, asked.Story, record, ct)),
                _ => null,
            },
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    static string Publication(DeliveryRecord publication)
    {
        var why = DeliveryText.Why(publication) is { } reason ? $"\n-# {reason}" : "";
        return $"For the channels that follow it: {DeliveryText.State(publication)}{why}";
    }

    /// <summary>Only said where it would not be refused: to a channel that isn't paused, of a story that is there.</summary>
    static string Anyway => "Use `/channel post` to post it anyway.";

    static bool WasNotPosted(Subscription subscription, Story story, IReadOnlyList<RuleCheck> checks) =>
        story.FirstSeenAt < subscription.CreatedAt || checks.Any(check => !check.Passed);

    static string? Verdict(Subscription subscription, Story story, IReadOnlyList<RuleCheck> checks, DeliveryRecord? record) => record switch
    {
        null when story.FirstSeenAt < subscription.CreatedAt => "It was published before this channel was added.",
        null when checks.Any(check => !check.Passed) => "It was not posted. I'll check it again when the story changes.",
        _ => null,
    };

    async Task<PostingTime> TimeAsync(Subscription subscription, Story story, DeliveryRecord? record, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var posts = await recent.SentSinceAsync(subscription.Channel, DeliveryKind.Story, now.AddHours(-1), ct);
        var seen = record?.CreatedAt ?? story.FirstSeenAt;
        return PostingTimes.Decide(subscription.Rules, new(now, seen, posts) { PublishedAt = story.Lead.PublishedAt });
    }

    static string TimeText(PostingTime time) => time switch
    {
        PostingTime.HoldUntil hold => $"The rules hold it until {DiscordText.Relative(hold.Time)}: {hold.Reason}.",
        PostingTime.ForDigest digest => $"It goes into a digest {DiscordText.Relative(digest.Time)}: {digest.Reason}.",
        PostingTime.TooOld old => $"It is too old: {old.Reason}.",
        _ => "No rule holds it back now.",
    };

    /// <summary>The channel where the command was typed, or the guild's only one.</summary>
    async Task<Snowflake?> DefaultAsync(SlashCall call, CancellationToken ct)
    {
        var all = await subscriptions.OfGuildAsync(call.GuildId.ToString()!, ct);
        var channel = all.FirstOrDefault(one => one.Channel == call.ChannelId.ToString()) ?? (all is [var only] ? only : null);
        return Snowflake.TryParse(channel?.Channel, null, out var id) ? id : null;
    }
}

/// <param name="IsWithdrawn">Whether readers can't see it any more.</param>
sealed record StoryInQuestion(Story Story, bool IsWithdrawn);
