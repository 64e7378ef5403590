using Bot.Cards;
using Bot.Languages;
using Discord;
using News;
using News.Rules;
using News.Storage;
using News.Stories;

namespace Bot.Commands;

/// <summary><c>/channel why article [channel]</c>: each rule in turn, which one stopped the story, and what became of it.</summary>
sealed class WhySubcommand(
    ArticleStore articles,
    StoryStore stories,
    SubscriptionStore subscriptions,
    GuildSubscriptions channels,
    RecentPosts recent,
    DeliveryHistory history,
    TimeProvider clock) : ISubcommand, ISuggest
{
    const int CheckLength = 300;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "why",
        Description = "Why a story was posted to a channel, or was not",
        Options = [ArticleOption.Spec, ChannelOption.Spec("In which channel (otherwise this one, or the only one)") with { Required = false }],
    };

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => ArticleOption.SuggestAsync(articles, call, ct);

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id ?? await MeantAsync(call, ct), ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (await ArticleOption.FindAsync(articles, call, ct) is not { } article)
            return ArticleOption.Unknown(call, Words.English.Answers);
        if (await stories.OfArticleAsync(article, ct) is not { } story)
            return Reply.Note("This story is not there any more.");

        var facts = await stories.FactsAsync(story, ct);
        var checks = PostingRules.Checks(facts, subscription.Rules);
        var record = await history.OfStoryAsync(subscription.Channel, story.Id, ct);
        return new()
        {
            Embeds = [new()
            {
                Title = CardText.Markdown(story.Lead.Title, DiscordLimits.EmbedTitle),
                Description = DiscordText.Shorten(
                    $"<#{subscription.Channel}>\n\n{Rules(checks)}\n\n{await WhenAsync(subscription, story, checks, record, call.GuildId!.Value, ct)}",
                    DiscordLimits.EmbedDescription),
                Color = StoryMessage.Color,
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
            return check == first ? $"**{line}** ← stops it" : line;
        }));
    }

    async Task<string> WhenAsync(Subscription subscription, Story story, IReadOnlyList<RuleCheck> checks, DeliveryRecord? record, Snowflake guild, CancellationToken ct)
    {
        string?[] lines =
        [
            subscription.Paused is { } pause ? $"The channel is paused {DiscordText.Relative(pause.Since)}; what comes waits." : null,
            record is null ? null : $"It is {DeliveryText.State(record)}{(DeliveryText.Link(record, guild) is { } link ? $": {link.AbsoluteUri}" : ".")}",
            record is not null && DeliveryText.Why(record) is { } why ? $"-# {why}" : null,
            record switch
            {
                null when checks.Any(check => !check.Passed) => "It is not posted. When its coverage or its text changes, it is looked at again.",
                null when story.FirstSeenAt < subscription.CreatedAt =>
                    $"It was there {DiscordText.Relative(story.FirstSeenAt)}, before the channel was added, and so is no news to it. `/channel backfill` posts such.",
                null or { State: DeliveryState.Pending } when subscription.Paused is null => Told(await TimeAsync(subscription, story, record, ct)),
                _ => null,
            },
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    async Task<PostingTime> TimeAsync(Subscription subscription, Story story, DeliveryRecord? record, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var posts = await recent.SentSinceAsync(subscription.Channel, DeliveryKind.Story, now.AddHours(-1), ct);
        return PostingTimes.Decide(subscription.Rules, new(now, record?.CreatedAt ?? story.FirstSeenAt, posts));
    }

    static string Told(PostingTime time) => time switch
    {
        PostingTime.HoldUntil hold => $"The rules hold it until {DiscordText.Relative(hold.Time)}: {hold.Reason}.",
        PostingTime.ForDigest digest => $"It goes into the digest {DiscordText.Relative(digest.Time)}: {digest.Reason}.",
        PostingTime.TooOld old => $"It is too old: {old.Reason}.",
        _ => "Nothing holds it back now.",
    };

    /// <summary>Where the command was typed, or the guild's only channel.</summary>
    async Task<Snowflake?> MeantAsync(SlashCall call, CancellationToken ct)
    {
        var all = await subscriptions.OfGuildAsync(call.GuildId.ToString()!, ct);
        var meant = all.FirstOrDefault(one => one.Channel == call.ChannelId.ToString()) ?? (all is [var only] ? only : null);
        return Snowflake.TryParse(meant?.Channel, null, out var id) ? id : null;
    }
}
