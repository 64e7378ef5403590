using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Stories by time, limited by filters. Of a story, the newest article that passes them counts.</summary>
public sealed class StoryLists(DeskDatabase database, ArticleStore articles)
{
    /// <summary>One page, the newest first unless the filters say otherwise.</summary>
    public async Task<HeadlinePage> PageAsync(QuestionFilters filters, int skip, int take, CancellationToken ct)
    {
        if (filters == QuestionFilters.None)
            return await articles.LatestAsync(skip, take, ct);
        var ids = await database.ReadAsync(session => IdsAsync(session, filters, skip, take + 1), ct);
        return new(await articles.HeadlinesAsync([.. ids.Take(take)], ct), skip, HasMore: ids.Count > take);
    }

    static async Task<List<long>> IdsAsync(DatabaseSession session, QuestionFilters filters, int skip, int take)
    {
        var filter = FilterSql.Of(filters);
        var order = filters.Order is ResultOrder.Oldest ? "" : "desc";
        return [.. await session.QueryAsync<long>(
            $"""
            select found.id
            from (select a.id, a.published_at, row_number() over (
                         partition by coalesce(a.story_id, a.id)
                         order by a.published_at desc, a.id desc) as nth
                    from listed_articles a
                   where {FilterSql.Passes}) found
            where found.nth = 1
            order by found.published_at {order}, found.id {order}
            limit @take offset @skip
            """,
            new
            {
                skip,
                take,
                since = filter.Since,
                until = filter.Until,
                type = filter.Type,
                outlet = filter.Outlet,
                topicId = filter.TopicId,
            })];
    }
}
