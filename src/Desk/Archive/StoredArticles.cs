using System.Data.Common;
using Articles;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>
/// Assembles stored articles from their rows and, with one query each for all of them, their topics, images and related
/// articles.
/// </summary>
static class StoredArticles
{
    /// <summary>Articles <c>a</c> as readers see them: with the name of their provider <c>p</c> from its own file.</summary>
    public const string Shown = """
        a.*, coalesce(p.name, a.provider_name) as shown_provider, coalesce(p.icon, a.provider_icon) as shown_icon
        """;

    /// <summary>Whether the listed article <c>a</c> is the newest of its story, so that a list has each story once.</summary>
    public const string IsNewestOfStory = """
        not exists (select 1
                      from listed_articles n
                     where n.story_id = coalesce(a.story_id, a.id)
                       and (n.published_at, n.id) > (a.published_at, a.id))
          and not exists (select 1
                            from listed_articles n
                           where n.id = a.story_id
                             and n.story_id is null
                             and (n.published_at, n.id) > (a.published_at, a.id))
        """;

    /// <summary>Articles <c>a</c> as their files have them.</summary>
    public const string Filed = "a.*, a.provider_name as shown_provider, a.provider_icon as shown_icon";

    /// <param name="rows">Selected as <see cref="Shown"/> or <see cref="Filed"/>.</param>
    /// <param name="areShown">Whether outlets of related articles have the names from their own files.</param>
    /// <returns>In the order of the rows.</returns>
    public static async Task<IReadOnlyList<Article>> LoadAsync(DatabaseSession session, IReadOnlyList<ArticleRow> rows, bool areShown)
    {
        if (rows.Count == 0)
            return [];
        var ids = JsonList.Of(rows.Select(row => row.Id));
        var topics = (await TopicsAsync(session, ids)).ToLookup(topic => topic.ArticleId);
        var images = (await ImagesAsync(session, ids)).ToLookup(image => image.ArticleId);
        var related = (await RelatedAsync(session, ids, areShown)).ToLookup(one => one.ArticleId);
        return [.. rows.Select(row => row.ToArticle([.. topics[row.Id]], images[row.Id], related[row.Id]))];
    }

    static Task<IEnumerable<TopicRow>> TopicsAsync(DbConnection session, string ids) => session.QueryAsync<TopicRow>(
        $"""
        select x.article_id, t.name, x.is_inferred
        from article_topics x
        join topics t on t.id = x.topic_id
        where x.article_id in {JsonList.Numbers}
          and x.is_inherited = 0
        order by x.position
        """,
        new { ids });

    static Task<IEnumerable<ImageRow>> ImagesAsync(DbConnection session, string ids) => session.QueryAsync<ImageRow>(
        $"""
        select article_id, url, width, height
        from images
        where article_id in {JsonList.Numbers}
        order by position
        """,
        new { ids });

    static Task<IEnumerable<RelatedRow>> RelatedAsync(DbConnection session, string ids, bool areShown) => session.QueryAsync<RelatedRow>(
        $"""
        select r.*, coalesce(p.name, r.provider_name) as shown_provider, coalesce(p.icon, r.provider_icon) as shown_icon
        from related_articles r
        left join providers p on p.domain = r.provider_domain and @areShown = 1
        where r.article_id in {JsonList.Numbers}
        order by r.position
        """,
        new { ids, areShown });
}
