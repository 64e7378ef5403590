using Articles;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>
/// The articles that readers can see, newest first unless a method says otherwise. Of a story with several articles, a page has one.
/// </summary>
public sealed partial class ArticleStore(DeskDatabase database)
{
    const string HeadlineColumns = """
        a.id, a.public_key, a.path, a.title, a.excerpt, a.published_at, coalesce(a.web_url, a.original_url) as link,
        coalesce(p.name, a.provider_name) as provider_name, a.provider_domain, coalesce(p.icon, a.provider_icon) as provider_icon,
        (select group_concat(name, char(31))
           from (select t.name
                   from article_topics x
                   join topics t on t.id = x.topic_id
                  where x.article_id = a.id
                    and x.is_inherited = 0
                  order by x.position) named) as topic_names,
        (select count(*)
           from (select coalesce(nullif(s.provider_domain, ''), lower(trim(s.provider_name))) as outlet
                   from listed_articles s
                  where s.story_id = coalesce(a.story_id, a.id)
                     or s.id = coalesce(a.story_id, a.id)
                  union
                 select coalesce(nullif(r.provider_domain, ''), lower(trim(r.provider_name)))
                   from listed_articles s
                   join related_articles r on r.article_id = s.id
                  where s.story_id = coalesce(a.story_id, a.id)
                     or s.id = coalesce(a.story_id, a.id)) covered
          where covered.outlet <> '') as outlets
        """;

    const string Listed = $"""
        select {HeadlineColumns}
        from listed_articles a
        left join providers p on p.domain = a.provider_domain
        """;

    /// <summary>The window of the articles <c>a</c> of one story.</summary>
    const string NewestFirst = "partition by coalesce(a.story_id, a.id) order by a.published_at desc, a.id desc";

    public Task<HeadlinePage> LatestAsync(int skip, int take, CancellationToken ct) =>
        database.ReadAsync(session => LatestAsync(session, skip, take), ct);

    internal static async Task<HeadlinePage> LatestAsync(DatabaseSession session, int skip, int take)
    {
        var rows = await session.QueryAsync<Headline>(
            $"""
            {Listed}
            where {StoredArticles.IsNewestOfStory}
            order by a.published_at desc, a.id desc
            limit @oneMore offset @skip
            """,
            new { skip, oneMore = take + 1L });
        return Page(rows, skip, take);
    }

    /// <summary>As <see cref="LatestAsync(int, int, CancellationToken)"/>, with every article of a story.</summary>
    public Task<HeadlinePage> EachAsync(int skip, int take, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                {Listed}
                order by a.published_at desc, a.id desc
                limit @oneMore offset @skip
                """,
                new { skip, oneMore = take + 1L });
            return Page(rows, skip, take);
        },
        ct);

    /// <param name="perStory">How many articles of a story, at most.</param>
    public Task<HeadlinePage> InTopicAsync(Topic topic, int skip, int take, CancellationToken ct, int perStory = 1) => database.ReadAsync(
        async session =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                select {HeadlineColumns}
                from (select a.id, row_number() over ({NewestFirst}) as nth
                        from article_topics x
                        join listed_articles a on a.id = x.article_id
                       where x.topic_id = @topicId) found
                join articles a on a.id = found.id
                left join providers p on p.domain = a.provider_domain
                where found.nth <= @perStory
                order by a.published_at desc, a.id desc
                limit @oneMore offset @skip
                """,
                new { topicId = topic.Id, perStory, skip, oneMore = take + 1L });
            return Page(rows, skip, take);
        },
        ct);

    /// <param name="provider">A provider's name or domain, in any case.</param>
    /// <param name="topic">Only this topic's articles; null for all.</param>
    /// <param name="perStory">How many articles of a story, at most.</param>
    public Task<HeadlinePage> FromProviderAsync(
        string provider, Topic? topic, int skip, int take, CancellationToken ct, int perStory = 1) =>
        database.ReadAsync(async session =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                select {HeadlineColumns}
                from (select a.id, row_number() over ({NewestFirst}) as nth
                        from listed_articles a
                        left join providers p on p.domain = a.provider_domain
                       where (lower(a.provider_domain) = lower(@provider)
                           or lower(a.provider_name) = lower(@provider)
                           or lower(p.name) = lower(@provider))
                         and (@topicId is null
                           or exists (select 1 from article_topics x where x.topic_id = @topicId and x.article_id = a.id))) found
                join articles a on a.id = found.id
                left join providers p on p.domain = a.provider_domain
                where found.nth <= @perStory
                order by a.published_at desc, a.id desc
                limit @oneMore offset @skip
                """,
                new { provider, topicId = topic?.Id, perStory, skip, oneMore = take + 1L });
            return Page(rows, skip, take);
        },
        ct);

    /// <summary>The articles with these ids, in this order; those that readers can't see are left out.</summary>
    public Task<IReadOnlyList<Headline>> HeadlinesAsync(IReadOnlyList<long> ids, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<Headline>> (session) =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                {Listed}
                where a.id in {JsonList.Numbers}
                """,
                new { ids = JsonList.Of(ids) });
            var found = rows.ToDictionary(headline => headline.Id);
            return [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<Headline>()];
        },
        ct);

    /// <summary>The articles with these public keys, in this order; those that readers can't see are left out.</summary>
    public Task<IReadOnlyList<Headline>> OfKeysAsync(IReadOnlyList<long> keys, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<Headline>> (session) =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                {Listed}
                where a.public_key in {JsonList.Numbers}
                """,
                new { ids = JsonList.Of(keys) });
            var found = rows.ToLookup(headline => headline.PublicKey);
            // A file that took another one's name and address has its key, too.
            return [.. keys.Select(key => found[key].ToList() is [var only] ? only : null).OfType<Headline>()];
        },
        ct);

    /// <summary>Whether there is such an article that readers can see, or could.</summary>
    public Task<bool> WasListedAsync(long id, CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<bool>(
            "select exists (select 1 from articles where id = @id and listed_at is not null)",
            new { id }),
        ct);

    /// <summary>How many articles readers can see.</summary>
    public Task<int> CountAsync(CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<int>("select count(*) from listed_articles"),
        ct);

    /// <summary>The article with its related coverage in order; null if readers can't see it.</summary>
    public Task<Article?> ArticleAsync(long id, CancellationToken ct) => database.ReadAsync<Article?>(
        async session =>
        {
            var isListed = await session.QuerySingleAsync<bool>("select exists (select 1 from listed_articles where id = @id)", new { id });
            return isListed ? StoredArticles.Load(session, [id], areShown: true)[0] : null;
        },
        ct);

    static HeadlinePage Page(IEnumerable<Headline> rows, int skip, int take)
    {
        var headlines = rows.ToList();
        return new(headlines.Count > take ? headlines[..take] : headlines, skip, headlines.Count > take);
    }
}
