using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>Search results, page by page. Its message is its state: the words are its author's line, the filters are its chips.</summary>
sealed class SearchPages(ArchiveSearch search, ArticleStore articles, ArchiveNamesStore names) : IButton
{
    /// <summary>What the line of an embed's author takes.</summary>
    public const int LongestWords = 256;

    const int MostTopics = 3;

    public string Name => "search";

    public Access Access => Access.Everyone;

    /// <param name="option">The option with the words.</param>
    /// <param name="given">The filters of the other options.</param>
    public async Task<Reply> ShowAsync(SlashCall call, string option, QuestionFilters given, int count, CancellationToken ct)
    {
        var typed = call.Text(option) ?? "";
        var found = await search.FindAsync(typed, given, ct, call.Language);
        return found.Question.Backwards is { } backwards && given is { Since: null, Until: null }
            ? FilterOptions.Backwards(call, option, backwards)
            : await PageAsync(typed, found, count, page: 0, call.Language, ct);
    }

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
        var found = await search.FindWithinAsync(typed, filters, ct, interaction.Language);
        return await PageAsync(typed, found, count, page, interaction.Language, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(string typed, SearchResults found, int count, int page, string language, CancellationToken ct)
    {
        var words = BotTexts.Of(language);
        if (found.Closeness is Closeness.None)
            return await NothingAsync(typed, found, words, ct);
        var headlines = await articles.HeadlinesAsync([.. found.Articles.Skip(page * count).Take(count)], ct);
        var hasMore = found.Articles.Count > (page + 1) * count;
        var chips = FilterChips.Rows(Name, found.Question.Filters, words);
        var notes = Notes(found, words) + (found.Closeness is Closeness.Loose ? $"{words.Search.NotClose}\n\n" : "");
        return new()
        {
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(typed, LongestWords) },
                Description = headlines is [] ? words.Answers.NothingOlder : notes + StoryLines.Of(headlines, words),
                Footer = page == 0 && !hasMore ? null : new() { Text = words.Answers.Page(page + 1) },
                Color = TopicColor.None,
            }],
            Components = [.. chips, .. Pager.Buttons(page, hasMore, words.Answers, at => new(Name, count, at))],
        };
    }

    /// <summary>With what to do next: other filters, the latest stories, or topics that are called alike.</summary>
    async Task<Reply> NothingAsync(string typed, SearchResults found, BotTexts words, CancellationToken ct)
    {
        var none = $"{words.Answers.NothingFound(CardText.Markdown(typed, LongestWords))} {words.Search.SearchElse}";
        var topics = (await names.NamesAsync(ct)).TopicsLike(typed, MostTopics).Select(topic => HeadlinePages.Opening(topic.Topic));
        var next = ActionRow.Of([HeadlinePages.Opening(words), .. topics]);
        var chips = FilterChips.Rows(Name, found.Question.Filters, words);
        if (chips is [])
            return Reply.Note(none) with { Components = [next] };
        return new()
        {
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(typed, LongestWords) },
                Description = $"{none}\n\n{words.Search.NothingLeft}",
                Color = TopicColor.None,
            }],
            Components = [.. chips, next],
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
