using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>What is known: the articles that readers may see, newest first, unless a method says otherwise.</summary>
public sealed class ArticleStore(NewsDatabase database)
{
    const string HeadlineColumns = """
        a.id, a.path, a.title, a.excerpt, a.published_at, coalesce(a.web_url, a.original_url) as link,
        coalesce(p.name, a.provider_name) as provider_name, a.provider_domain, coalesce(p.icon, a.provider_icon) as provider_icon,
        (select group_concat(name, char(31))
           from (select t.name
                   from article_topics x
                   join topics t on t.id = x.topic_id
                  where x.article_id = a.id
                    and x.is_inherited = 0
                  order by x.position)) as topic_names,
        (select count(*) from related_articles r where r.article_id = a.id) as related_count
        """;

    public async Task<HeadlinePage> LatestAsync(int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeadlineRow>(
            $"""
            select {HeadlineColumns}
            from listed_articles a
            left join providers p on p.domain = a.provider_domain
            order by a.published_at desc, a.id desc
            limit @oneMore offset @skip
            """,
            new { skip, oneMore = take + 1L });
        return Page(rows, skip, take);
    }

    public async Task<HeadlinePage> InTopicAsync(Topic topic, int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeadlineRow>(
            $"""
            select {HeadlineColumns}
            from article_topics x
            join listed_articles a on a.id = x.article_id
            left join providers p on p.domain = a.provider_domain
            where x.topic_id = @topicId
            order by x.published_at desc, x.article_id desc
            limit @oneMore offset @skip
            """,
            new { topicId = topic.Id, skip, oneMore = take + 1L });
        return Page(rows, skip, take);
    }

    /// <param name="provider">A provider's name or domain, in any case.</param>
    /// <param name="topic">Only this topic's articles; null for all.</param>
    public async Task<HeadlinePage> FromProviderAsync(string provider, Topic? topic, int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeadlineRow>(
            $"""
            select {HeadlineColumns}
            from listed_articles a
            left join providers p on p.domain = a.provider_domain
            where (a.provider_domain = @provider collate nocase or a.provider_name = @provider collate nocase or p.name = @provider collate nocase)
              and (@topicId is null or exists (select 1 from article_topics x where x.topic_id = @topicId and x.article_id = a.id))
            order by a.published_at desc, a.id desc
            limit @oneMore offset @skip
            """,
            new { provider, topicId = topic?.Id, skip, oneMore = take + 1L });
        return Page(rows, skip, take);
    }

    /// <summary>Articles that hold all words, best first: what stands in a title counts most, and among equals the newest.</summary>
    /// <param name="typed">Any text; words in double quotes must follow each other, a word after a minus must not be there.</param>
    public async Task<HeadlinePage> SearchAsync(string typed, int skip, int take, CancellationToken ct)
    {
        if (SearchQuery.Of(typed) is not { } query)
            return new([], skip, HasMore: false);

        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeadlineRow>(
            $"""
            select {HeadlineColumns}
            from (select rowid as id, bm25(article_search, {SearchWeights.Columns}) as score
                    from article_search
                   where article_search match @query
                   order by rowid desc
                   limit {SearchWeights.Candidates}) found
            join listed_articles a on a.id = found.id
            left join providers p on p.domain = a.provider_domain
            order by found.score, a.published_at desc, a.id desc
            limit @oneMore offset @skip
            """,
            new { query, skip, oneMore = take + 1L });
        return Page(rows, skip, take);
    }

    /// <summary>Articles whose title holds the typed words in their order; with nothing typed, the newest.</summary>
    public async Task<IReadOnlyList<Headline>> TitlesLikeAsync(string typed, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeadlineRow>(
            $"""
            select {HeadlineColumns}
            from listed_articles a
            left join providers p on p.domain = a.provider_domain
            where a.title like @pattern escape '\'
            order by a.published_at desc, a.id desc
            limit @take
            """,
            new { pattern = LikePattern.Containing(typed), take });
        return [.. rows.Select(row => row.ToHeadline())];
    }

    /// <summary>Topics whose name holds what was typed, those with the most articles first.</summary>
    public async Task<IReadOnlyList<Topic>> TopicsLikeAsync(string typed, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Topic>(
            """
            select t.id, t.name, t.slug
            from topics t
            join article_topics x on x.topic_id = t.id
            join listed_articles a on a.id = x.article_id
            where t.name like @pattern escape '\'
               or t.slug like @pattern escape '\'
            group by t.id
            order by count(*) desc, t.name
            limit @take
            """,
            new { pattern = LikePattern.Containing(typed), take });
        return [.. rows];
    }

    /// <summary>How many articles readers may see.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleAsync<int>("select count(*) from listed_articles");
    }

    /// <summary>The topic of this name or slug; null where no article has it.</summary>
    public async Task<Topic?> TopicAsync(string name, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Topic>(
            """
            select id, name, slug
            from topics
            where slug = @slug
            """,
            new { slug = Topic.SlugOf(name) });
    }

    public async Task<Topic?> TopicAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Topic>(
            """
            select id, name, slug
            from topics
            where id = @id
            """,
            new { id });
    }

    /// <summary>The article with its related coverage in order; null where readers may not see it.</summary>
    public async Task<Article?> ArticleAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<ArticleRow>(
            """
            select *
            from listed_articles
            where id = @id
            """,
            new { id });
        return row is null ? null : await ShownAsync(connection, row);
    }

    /// <summary>The article of this file, held back or not; null where there is none.</summary>
    public async Task<Article?> AtPathAsync(string path, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<ArticleRow>(
            """
            select *
            from articles
            where path = @path
              and removed_at is null
            """,
            new { path });
        return row is null ? null : await ShownAsync(connection, row);
    }

    static HeadlinePage Page(IEnumerable<HeadlineRow> rows, int skip, int take)
    {
        var headlines = rows.Select(row => row.ToHeadline()).ToList();
        return new(headlines.Count > take ? headlines[..take] : headlines, skip, headlines.Count > take);
    }

    /// <summary>With providers named as their own files do.</summary>
    internal static async Task<Article> ShownAsync(SqliteConnection connection, ArticleRow row, SqliteTransaction? transaction = null)
    {
        var article = await ArticleVersions.WholeAsync(connection, transaction, row);
        var providers = (await connection.QueryAsync<ProviderRow>(
            """
            select domain, name, icon
            from providers
            where domain in (select provider_domain from articles where id = @Id
                             union
                             select provider_domain from related_articles where article_id = @Id)
            """,
            new { row.Id },
            transaction)).ToDictionary(provider => provider.Domain);
        return providers.Count == 0 ? article : article with
        {
            Provider = Named(article.Provider),
            Related = [.. article.Related.Select(related => related with { Provider = Named(related.Provider) })],
        };

        Provider Named(Provider provider) => providers.TryGetValue(provider.Domain, out var known)
            ? provider with { Name = known.Name, Icon = Link.Of(known.Icon) ?? provider.Icon }
            : provider;
    }
}
