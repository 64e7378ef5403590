using Bot.Cards;
using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary>The related coverage of an article page by page: privately from the button of a post, or where /related was typed.</summary>
sealed class CoveragePages(ArticleStore articles) : IButton
{
    const int PerPage = 5;
    const int ExcerptLength = 200;

    /// <summary>So that a full page fits into one embed.</summary>
    const int LinesLength = DiscordLimits.EmbedDescription / PerPage - 2;

    public string Name => CoverageButton.Name;

    public async Task<Reply> ShowAsync(long articleId, CancellationToken ct) => await PageAsync(articleId, page: 0, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct) => press.Id.Numbers switch
    {
        [var articleId, CoverageButton.Opening] => await PageAsync(articleId, page: 0, ct) with { IsPrivate = true },
        [var articleId, var page and >= 0 and <= int.MaxValue / PerPage] => await PageAsync(articleId, (int)page, ct) with { Replaces = true },
        _ => Reply.Note("This button is not one that I know how to answer. Use /related again."),
    };

    async Task<Reply> PageAsync(long articleId, int page, CancellationToken ct)
    {
        if (await articles.ArticleAsync(articleId, ct) is not { } article)
            return Reply.Note("This article is not there any more.");

        var skip = page * PerPage;
        var shown = article.Related.Skip(skip).Take(PerPage).ToList();
        var hasMore = skip + shown.Count < article.Related.Count;
        return new()
        {
            Embeds = [new()
            {
                Author = new() { Name = "Related coverage" },
                Title = CardText.Markdown(article.Title, DiscordLimits.EmbedTitle),
                Url = CardText.Link(article.Link),
                Description = shown switch
                {
                    [] when page == 0 => "No other coverage of this article is known yet.",
                    [] => "That was all of it.",
                    _ => string.Join("\n\n", shown.Select(Lines)),
                },
                Footer = article.Related.Count == 0 ? null : new() { Text = Count(skip, shown.Count, article.Related.Count) },
                Color = ArticleMessage.Color,
            }],
            Components = Pager.Buttons(page, hasMore, at => new(Name, articleId, at)),
        };
    }

    static string Lines(RelatedArticle related)
    {
        var line = CardText.Line(related, LinesLength - ExcerptLength - 1);
        return related.Excerpt.Length > 0 ? $"{line}\n{CardText.Markdown(related.Excerpt, ExcerptLength)}" : line;
    }

    static string Count(int skipped, int shown, int all) =>
        shown == all ? $"{all} in all" : $"{skipped + 1} to {skipped + shown} of {all}";
}
