using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Stories by time, limited by filters. Of a story, the newest article that passes them counts.</summary>
public sealed class StoryLists(DeskDatabase database, ArticleStore articles)
{
    /// <summary>So many of the newest articles have the first pages of most lists.</summary>
    const int Recent = 2000;

    /// <summary>So many of the newest stories are kept from one import to the next, because most members ask for them.</summary>
    const int Kept = 100;

    readonly OncePerImport<HeadlinePage> newest = new(session => ArticleStore.LatestAsync(session, 0, Kept));

    /// <summary>One page, the newest first unless the filters say otherwise.</summary>
    public async Task<HeadlinePage> PageAsync(QuestionFilters filters, int skip, int take, CancellationToken ct)
    {
        if (filters == QuestionFilters.None)
            return await LatestAsync(skip, take, ct);
        var ids = await database.ReadAsync(
            async session => (filters.Order is ResultOrder.Oldest ? null : await RecentIdsAsync(session, filters, skip, take + 1))
                ?? await IdsAsync(session, filters, skip, take + 1),
            ct);
        return new(await articles.HeadlinesAsync([.. ids.Take(take)], ct), skip, HasMore: ids.Count > take);
    }

    async Task<HeadlinePage> LatestAsync(int skip, int take, CancellationToken ct) => skip + take <= Kept
        ? (await database.ReadAsync(newest.ValueAsync, ct)).Part(skip, take)
        : await articles.LatestAsync(skip, take, ct);

    /// <summary>Null if the newest articles alone don't fill the page.</summary>
    static async Task<List<long>?> RecentIdsAsync(DatabaseSession session, QuestionFilters filters, int skip, int take)
    {
        var filter = FilterSql.Of(filters);
        var newest = await session.QueryAsync<StoryArticle>(
            $"""
            select a.id, coalesce(a.story_id, a.id) as story_id
            from (select *
                    from listed_articles
                   order by published_at desc, id desc
                   limit {Recent}) a
            where {FilterSql.Passes}
            order by a.published_at desc, a.id desc
            """,
            new
            {
                since = filter.Since,
                until = filter.Until,
                type = filter.Type,
                outlet = filter.Outlet,
                relatedOutlet = filter.RelatedOutlet,
                notOutlet = filter.NotOutlet,
                topicId = filter.TopicId,
            });
        var stories = newest.DistinctBy(article => article.StoryId).Select(article => article.Id).Skip(skip).Take(take).ToList();
        return stories.Count == take ? stories : null;
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
                    from {FilterSql.From(filters)}
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
                relatedOutlet = filter.RelatedOutlet,
                notOutlet = filter.NotOutlet,
                topicId = filter.TopicId,
            })];
    }

    internal sealed record StoryArticle
    {
        public required long Id { get; init; }
        public required long StoryId { get; init; }
    }
}
