using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>The latest stories, page by page, perhaps limited by filters, which are the chips of the message.</summary>
sealed class HeadlinePages(StoryLists lists, ArchiveNamesStore names) : IButton
{
    public string Name => "headlines";

    public Access Access => Access.Everyone;

    /// <summary>A button that shows the latest stories on a topic.</summary>
    public static Button Opening(Articles.Topic topic) => new()
    {
        Style = ButtonStyle.Primary,
        Label = CardText.Plain(topic.Name, DiscordLimits.ButtonLabel),
        CustomId = new CustomId("headlines", PageSize.Default, 0) { Words = topic.Slug }.ToString(),
    };

    /// <summary>A button that shows the latest stories of all.</summary>
    public static Button Opening(BotTexts words) => new()
    {
        Style = ButtonStyle.Secondary,
        Label = words.Answers.LatestNews,
        CustomId = new CustomId("headlines", PageSize.Default, 0).ToString(),
    };

    /// <param name="language">The language of the person who asks. A person who turns a page gets it in their own.</param>
    public Task<Reply> ShowAsync(QuestionFilters filters, int count, string language, CancellationToken ct) =>
        PageAsync(filters, count, page: 0, BotTexts.Of(language), ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var (id, words) = (interaction.CustomId, BotTexts.Of(interaction.Language));
        var known = await names.NamesAsync(ct);
        if (FilterChips.IsChip(Name, id))
        {
            var left = FilterPart.Filters(FilterChips.Left(Name, interaction.Message, id), known);
            return await PageAsync(left, FilterChips.CountOf(interaction.Message), page: 0, words, ct) with { Replaces = true };
        }

        // Earlier versions put a topic's id first, which another topic may have since a restore; 0 was every topic.
        var numbers = id.Numbers;
        if ((numbers is [0, _, _] ? [.. numbers.Skip(1)] : numbers) is not
            [var count and >= 1 and <= PageSize.Max, var page and >= 0 and <= int.MaxValue / PageSize.Max])
            return Reply.Note(words.Answers.UnknownButton("/latest"));

        // They put a topic's slug into the button as well, as the button does that opens a topic.
        var filters = id.Words is { } slug
            ? new() { Topic = known.Topic(slug) }
            : FilterPart.Filters(FilterChips.Left(Name, interaction.Message, id), known);
        if (id.Words is not null && filters.Topic is null)
            return Reply.Note(words.Answers.TopicGone);
        return await PageAsync(filters, (int)count, (int)page, words, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(QuestionFilters filters, int count, int page, BotTexts texts, CancellationToken ct)
    {
        var words = texts.Answers;
        var found = await lists.PageAsync(filters, page * count, count, ct);
        var isOnlyTopic = filters == new QuestionFilters { Topic = filters.Topic };
        if (page == 0 && found.Headlines is [] && isOnlyTopic)
            return Reply.Note(filters.Topic is { } empty ? words.NoArticlesIn(CardText.Markdown(empty.Name, 100)) : words.NoArticles);
        return new()
        {
            Embeds = [new()
            {
                Title = filters.Topic is { } topic
                    ? CardText.Markdown(words.LatestIn(topic.Name), DiscordLimits.EmbedTitle)
                    : words.LatestNews,
                Description = (found.Headlines, page) switch
                {
                    ([], 0) => texts.Search.NothingLeft,
                    ([], _) => words.NothingOlder,
                    _ => StoryLines.Of(found.Headlines, texts),
                },
                Footer = page == 0 && !found.HasMore ? null : new() { Text = words.Page(page + 1) },
                Color = TopicColor.None,
            }],
            Components =
            [
                .. FilterChips.Rows(Name, filters, texts),
                .. Pager.Buttons(page, found.HasMore, words, at => new(Name, count, at)),
            ],
        };
    }
}
