using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel post story [channel]</c>: posts a story that the channel didn't get, for whatever reason; by default where the command is
/// typed, or, if that channel gets no news, where the moderator then chooses.
/// </summary>
sealed class PostSubcommand(
    GuildSubscriptions channels,
    DeliveryHistory history,
    ArticleStore articles,
    StoryStore stories,
    NameOptions names,
    PostMessageCommand question,
    OrderButton orders) : ISubcommand, ISuggest
{
    /// <summary>Before the number of an article; the number of a delivery stands alone.</summary>
    const string Article = "article-";

    const string Story = "story";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "post",
        Description = "Post any story that a channel didn't get, whatever the rules say",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = Story,
                Description = "A headline, or part of it; stories that failed or were skipped come first",
                Required = true,
                Autocomplete = true,
            },
            ChannelOption.Spec("To which channel (default: this one, if it gets news)") with { Required = false },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, Place(call), ct);
        if (chosen.Subscription is null && call.Channel(ChannelOption.Name) is not null)
            return Reply.Note(chosen.Refusal);
        if (await FindAsync(chosen.Subscription?.Channel, call.Text(Story) ?? "", ct) is not { } id)
            return await names.UnknownArticleAsync(call, Story, ct, before: Article);
        if (chosen.Subscription is not null)
            return await orders.OrderAsync(call.GuildId, Place(call)!.Value, id, call.UserId, ct);
        return await stories.OfArticleAsync(id, ct) is { } story
            ? await question.QuestionAsync(story, call.GuildId, ct)
            : Reply.Note(BotTexts.English.Answers.StoryGone);
    }

    static Snowflake? Place(SlashCall call) => call.Channel(ChannelOption.Name)?.Id ?? call.ChannelId;

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Focused?.Name != Story)
            return [];
        var (typed, chosen) = (call.Typed, await channels.OfAsync(call.GuildId, Place(call), ct));
        var notSent = chosen.Subscription is { Channel: var channel }
            ? await history.NotSentAsync(channel, typed, DiscordLimits.Choices, ct)
            : [];
        var others = await articles.TitlesLikeAsync(typed, DiscordLimits.Choices, ct);
        return
        [
            .. notSent.Select(record => Choice($"{StateOf(record)} · {record.Title}", $"{record.Id}")),
            .. others.ExceptBy(notSent.Select(record => record.Title), headline => headline.Title)
                .Take(DiscordLimits.Choices - notSent.Count)
                .Select(headline => Choice(headline.Title, $"{Article}{headline.Id}")),
        ];
    }

    static Choice Choice(string name, string value) => new() { Name = CardText.Plain(name, DiscordLimits.ChoiceName), Value = value };

    static string StateOf(DeliveryRecord record) => record.State is DeliveryState.Failed ? "failed" : "skipped";

    /// <summary>The story's key, or that of one of its articles. What is no suggestion is part of a headline.</summary>
    /// <param name="channel">Null as long as none is chosen.</param>
    async Task<long?> FindAsync(string? channel, string typed, CancellationToken ct)
    {
        if (Number(typed) is { } id
            && await history.RecordAsync(id, ct) is { Kind: DeliveryKind.Story } picked && picked.Channel == channel)
            return picked.SubjectId;
        if (typed.StartsWith(Article, StringComparison.Ordinal) && Number(typed[Article.Length..]) is { } article)
            return article;
        if (channel is not null && await history.NotSentAsync(channel, typed, take: 1, ct) is [var first])
            return first.SubjectId;
        return await articles.TitlesLikeAsync(typed, take: 1, ct) is [var newest] ? newest.Id : null;
    }

    static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
