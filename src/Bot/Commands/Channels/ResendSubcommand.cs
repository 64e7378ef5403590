using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel resend channel story</c>: posts a story that the channel didn't get, for whatever reason.</summary>
sealed class ResendSubcommand(
    GuildSubscriptions channels,
    DeliveryHistory history,
    ArticleStore articles,
    NameOptions names,
    OrderButton orders) : ISubcommand, ISuggest
{
    /// <summary>Before the number of an article; the number of a delivery stands alone.</summary>
    const string Article = "article-";

    const string Story = "story";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "resend",
        Description = "Post a story that the channel didn't get, whatever the rules say",
        Options =
        [
            ChannelOption.Spec("To which channel"),
            new()
            {
                Type = OptionType.String,
                Name = Story,
                Description = "A headline, or part of it; stories that failed or were skipped come first",
                Required = true,
                Autocomplete = true,
            },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return await FindAsync(subscription.Channel, call.Text(Story) ?? "", ct) is { } story
            ? await orders.OrderAsync(call.GuildId, call.Channel(ChannelOption.Name)!.Id, story, call.UserId, ct)
            : await names.UnknownArticleAsync(call, Story, ct, before: Article);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (call.Focused?.Name != Story || chosen.Subscription is not { } subscription)
            return [];
        var typed = call.Typed;
        var notSent = await history.NotSentAsync(subscription.Channel, typed, DiscordLimits.Choices, ct);
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
    async Task<long?> FindAsync(string channel, string typed, CancellationToken ct)
    {
        if (Number(typed) is { } id
            && await history.RecordAsync(id, ct) is { Kind: DeliveryKind.Story } picked && picked.Channel == channel)
            return picked.SubjectId;
        if (typed.StartsWith(Article, StringComparison.Ordinal) && Number(typed[Article.Length..]) is { } article)
            return article;
        if (await history.NotSentAsync(channel, typed, take: 1, ct) is [var first])
            return first.SubjectId;
        return await articles.TitlesLikeAsync(typed, take: 1, ct) is [var newest] ? newest.Id : null;
    }

    static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
