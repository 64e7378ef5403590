using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;

namespace Bot.Commands.Read;

/// <summary>Search results, page by page. Its message is its state: the words are its author's line, the filters are its chips.</summary>
sealed class SearchPages(ArchiveSearch search, ArticleStore articles, ArchiveNamesStore names) : IButton
{
    /// <summary>What the line of an embed's author takes.</summary>
    public const int LongestWords = 256;

    public string Name => "search";

    public Access Access => Access.Everyone;

    public async Task<Reply> ShowAsync(string typed, QuestionFilters given, int count, string language, CancellationToken ct) =>
        await PageAsync(typed, await search.FindAsync(typed, given, ct), count, page: 0, language, ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var id = interaction.CustomId;
        var isChip = FilterChips.IsChip(Name, id);
        // Earlier versions put the words into the buttons.
        var typed = interaction.Message?.Embeds is [{ Author.Name: { } shown }] ? shown : isChip ? null : id.Words;
        var (count, page) = (isChip, id.Numbers) switch
        {
            (true, _) => (FilterChips.CountOf(interaction.Message), 0),
            (_, [var wanted and >= 1 and <= PageSize.Max, var at and >= 0 and <= int.MaxValue / PageSize.Max]) => ((int)wanted, (int)at),
            _ => (0, 0),
        };
        if (typed is null || count == 0)
            return Reply.Note(BotTexts.Of(interaction.Language).Answers.UnknownButton("/search"));

        var filters = FilterPart.Filters(FilterChips.Left(Name, interaction.Message, id), await names.NamesAsync(ct));
        var found = await search.FindWithinAsync(typed, filters, ct);
        return await PageAsync(typed, found, count, page, interaction.Language, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(string typed, SearchResults found, int count, int page, string language, CancellationToken ct)
    {
        var words = BotTexts.Of(language);
        var headlines = await articles.HeadlinesAsync([.. found.Articles.Skip(page * count).Take(count)], ct);
        var hasMore = found.Articles.Count > (page + 1) * count;
        var chips = FilterChips.Rows(Name, found.Question.Filters, words);
        if (headlines is [] && chips is [])
            return Reply.Note(words.Answers.NothingFound(CardText.Markdown(typed, LongestWords)));
        var notes = Notes(found, words);
        return new()
        {
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(typed, LongestWords) },
                Description = headlines is [] ? words.Search.NothingLeft : notes + StoryLines.Of(headlines, words),
                Footer = page == 0 && !hasMore ? null : new() { Text = words.Answers.Page(page + 1) },
                Color = TopicColor.None,
            }],
            Components = [.. chips, .. Pager.Buttons(page, hasMore, words.Answers, at => new(Name, count, at))],
        };
    }

    /// <summary>How the words were understood, where that is not as they were typed.</summary>
    public static string Notes(SearchResults found, BotTexts words)
    {
        string?[] notes =
        [
            found.Corrected is { } meant ? words.Search.Showing(CardText.Markdown(meant, 200)) : null,
            found.Language != found.Question.Language ? words.Search.SearchedIn(words.Search.Languages[found.Language]) : null,
        ];
        return string.Concat(notes.OfType<string>().Select(note => $"-# {note}\n")) is { Length: > 0 } lines ? lines + "\n" : "";
    }
}
