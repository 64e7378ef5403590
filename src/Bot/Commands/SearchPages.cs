using Bot.Cards;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>What was found for some words, page by page.</summary>
sealed class SearchPages(ArticleStore articles) : IButton
{
    public const int LongestWords = 100;

    public string Name => "search";

    public Task<Reply> ShowAsync(string words, int count, CancellationToken ct) => PageAsync(words, count, page: 0, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Id is not { Words: { } words, Numbers: [var count and >= 1 and <= HeadlinePages.MostCount, var page and >= 0 and <= int.MaxValue / HeadlinePages.MostCount] })
            return Reply.Note("This button is not one that I know how to answer. Use /search again.");
        return await PageAsync(words, (int)count, (int)page, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(string words, int count, int page, CancellationToken ct)
    {
        var found = await articles.SearchAsync(words, page * count, count, ct);
        var shown = CardText.Markdown(words, LongestWords);
        return page == 0 && found.Headlines is []
            ? Reply.Note($"Nothing holds all of “{shown}”. Try fewer words, or only the beginning of one.")
            : HeadlinePages.Page(CardText.Markdown($"Found for “{words}”", DiscordLimits.EmbedTitle), found, page, at => new(Name, count, at) { Words = words });
    }
}
