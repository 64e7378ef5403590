using Articles;
using Articles.Stories;
using Articles.Text;

namespace Desk.Importing;

/// <summary>
/// The keys by which an article is found again. They take a while to compute, so that happens while the article is read ahead.
/// </summary>
/// <param name="Links">Its normalized addresses.</param>
/// <param name="Stories">The keys of its story's clues.</param>
sealed record ArticleKeys(IReadOnlyCollection<string> Links, IReadOnlyCollection<long> Stories)
{
    public static ArticleKeys Of(Article article)
    {
        var clues = StoryClues.Of(article);
        return new(clues.Links, clues.Keys());
    }

    public static IReadOnlyCollection<string> LinksOf(Article article) =>
    [
        .. ((Uri?[])[article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl])
            .OfType<Uri>()
            .Select(LinkKey.Of)
            .Distinct(),
    ];
}
