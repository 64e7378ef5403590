using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Loads what ranks articles, with one query for all of them.</summary>
static class CandidateStore
{
    /// <summary>In characters. Words that stand later in a body find the article, but don't lift it.</summary>
    const int BodyRead = 8000;

    public static async Task<IReadOnlyList<Candidate>> LoadAsync(DatabaseSession session, IEnumerable<long> ids) =>
        [.. await session.QueryAsync<Candidate>(
            $"""
            select a.id, coalesce(a.story_id, a.id) as story_id, a.title, a.excerpt, substr(a.body, 1, {BodyRead}) as body, a.published_at,
                   a.quality, coalesce(p.name, a.provider_name) || ' ' || a.provider_domain as provider,
                   (select group_concat(t.name, char(10))
                      from article_topics x
                      join topics t on t.id = x.topic_id
                     where x.article_id = a.id) as topics,
                   (select group_concat(r.title, char(10)) from related_articles r where r.article_id = a.id) as related
            from listed_articles a
            left join providers p on p.domain = a.provider_domain
            where a.id in {JsonList.Numbers}
            """,
            new { ids = JsonList.Of(ids) })];

    /// <summary>The newest articles that pass the filters.</summary>
    public static async Task<IReadOnlyList<long>> PassingAsync(DatabaseSession session, QuestionFilters filters, int take)
    {
        var filter = FilterSql.Of(filters);
        var order = filters.Order is ResultOrder.Oldest ? "" : "desc";
        return [.. await session.QueryAsync<long>(
            $"""
            select a.id
            from {FilterSql.From(filters)}
            where {FilterSql.Passes}
            order by a.published_at {order}, a.id {order}
            limit @take
            """,
            new
            {
                take,
                since = filter.Since,
                until = filter.Until,
                type = filter.Type,
                outlet = filter.Outlet,
                relatedOutlet = filter.RelatedOutlet,
                notOutlet = filter.NotOutlet,
                topicId = filter.TopicId,
            })];
    }
}
