using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>What was found for some words, page by page.</summary>
sealed class SearchPages(ArticleStore articles) : IButton
{
    public const int LongestWords = 100;

    public string Name => "search";

    public Task<Reply> ShowAsync(string typed, int count, string language, CancellationToken ct) => PageAsync(typed, count, page: 0, Words.Of(language).Answers, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        var words = Words.Of(press.Language).Answers;
        if (press.Id is not { Words: { } typed, Numbers: [var count and >= 1 and <= HeadlinePages.MostCount, var page and >= 0 and <= int.MaxValue / HeadlinePages.MostCount] })
            return Reply.Note(words.UnknownButton("/search"));
        return await PageAsync(typed, (int)count, (int)page, words, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(string typed, int count, int page, AnswerWords words, CancellationToken ct)
    {
        var found = await articles.SearchAsync(typed, page * count, count, ct);
        return page == 0 && found.Headlines is []
            ? Reply.Note(words.NothingFound(CardText.Markdown(typed, LongestWords)))
            : HeadlinePages.Page(CardText.Markdown(words.Found(typed), DiscordLimits.EmbedTitle), found, page, words, at => new(Name, count, at) { Words = typed });
    }
}
