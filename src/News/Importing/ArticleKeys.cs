using News.Reading;
using News.Stories;

namespace News.Importing;

/// <summary>By what an article is found again. It takes a while to work out, and is done while the article is read ahead.</summary>
/// <param name="Links">The normalised addresses by which it is known.</param>
/// <param name="Stories">The keys of its story's clues.</param>
sealed record ArticleKeys(IReadOnlyCollection<string> Links, IReadOnlyCollection<long> Stories)
{
    public static ArticleKeys Of(Article article) => new(
        [.. new[] { article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl }.OfType<Uri>().Select(LinkKey.Of).Distinct()],
        StoryClues.Of(article).Keys());
}
