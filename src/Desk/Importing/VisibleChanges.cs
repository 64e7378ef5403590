using Articles;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Whether readers would notice the difference between two versions of an article. Heat and quality change many times a day
/// in real files, and only decide whether an article is shown.
/// </summary>
static class VisibleChanges
{
    public static bool IsSame(Article one, Article other) =>
        Words(one).Equals(Words(other))
        && one.Topics.Select(Topic.SlugOf).SequenceEqual(other.Topics.Select(Topic.SlugOf))
        && one.Images.SequenceEqual(other.Images)
        && one.Related.Select(Words).SequenceEqual(other.Related.Select(Words));

    static object Words(Article article) =>
        (article.Title, article.Excerpt, article.Body, UtcText.Of(article.PublishedAt), article.Link, article.Type, article.Category,
            article.Provider);

    static object Words(RelatedArticle related) =>
        (related.Title, related.Excerpt, related.PublishedAt is { } at ? UtcText.Of(at) : null, related.Link, related.Type,
            related.Provider, related.Image);
}
