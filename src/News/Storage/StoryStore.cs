using Dapper;
using Microsoft.Data.Sqlite;
using News.Rules;
using News.Stories;

namespace News.Storage;

/// <summary>The stories that readers may see, with providers named as their own files do.</summary>
public sealed class StoryStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Null where readers may see nothing of it.</summary>
    public async Task<Story?> StoryAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await StoryAsync(connection, transaction: null, id, clock.GetUtcNow());
    }

    /// <summary>The story that the article is in, or was in when readers could last see it; null where nothing of that is visible.</summary>
    public async Task<Story?> OfArticleAsync(long articleId, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var story = await connection.QuerySingleOrDefaultAsync<long?>("select coalesce(story_id, id) from articles where id = @articleId", new { articleId });
        return story is { } id ? await StoryAsync(connection, transaction: null, id, clock.GetUtcNow()) : null;
    }

    /// <summary>Those first of which an article was published last.</summary>
    public async Task<IReadOnlyList<Story>> LatestAsync(int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var ids = await LatestIdsAsync(connection, transaction: null, skip, take);
        var stories = new List<Story>();
        foreach (var id in ids)
            if (await StoryAsync(connection, transaction: null, id, clock.GetUtcNow()) is { } story)
                stories.Add(story);
        return stories;
    }

    /// <summary>Those first of which an article was published last, each with what channels' rules ask of it.</summary>
    public async Task<IReadOnlyList<(Story Story, StoryFacts Facts)>> LatestFactsAsync(int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var found = new List<(Story, StoryFacts)>();
        foreach (var id in await LatestIdsAsync(connection, transaction: null, skip: 0, take))
            if (await StoryAsync(connection, transaction: null, id, clock.GetUtcNow()) is { } story)
                found.Add((story, await FactsAsync(connection, transaction: null, story)));
        return found;
    }

    /// <summary>How many stories readers may see.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleAsync<int>("select count(distinct coalesce(story_id, id)) from listed_articles");
    }

    /// <summary>What channels' rules ask of a story.</summary>
    public async Task<StoryFacts> FactsAsync(Story story, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await FactsAsync(connection, transaction: null, story);
    }

    /// <summary>The story as its articles tell it though readers may see none of them any more; null where there never was one.</summary>
    public async Task<Story?> WithdrawnAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<ArticleRow>(
            """
            select * from articles where story_id = @id
            union all
            select * from articles where id = @id and story_id is null
            """,
            new { id });
        return await OfRowsAsync(connection, transaction: null, id, rows, clock.GetUtcNow());
    }

    internal static async Task<IReadOnlyList<long>> LatestIdsAsync(SqliteConnection connection, SqliteTransaction? transaction, int skip, int take) =>
        [.. await connection.QueryAsync<long>(
            """
            select coalesce(a.story_id, a.id)
            from listed_articles a
            where not exists (select 1
                                from listed_articles n
                               where n.story_id = coalesce(a.story_id, a.id)
                                 and (n.published_at, n.id) > (a.published_at, a.id))
              and not exists (select 1
                                from listed_articles n
                               where n.id = a.story_id
                                 and n.story_id is null
                                 and (n.published_at, n.id) > (a.published_at, a.id))
            order by a.published_at desc, a.id desc
            limit @take offset @skip
            """,
            new { skip, take },
            transaction)];

    /// <inheritdoc cref="FactsAsync(Story, CancellationToken)"/>
    internal static async Task<StoryFacts> FactsAsync(SqliteConnection connection, SqliteTransaction? transaction, Story story)
    {
        var topics = new HashSet<string>();
        foreach (var article in story.Articles)
        {
            topics.UnionWith(await connection.QueryAsync<string>(
                """
                select t.slug
                from article_topics x
                join topics t on t.id = x.topic_id
                where x.article_id = @Id
                """,
                new { article.Id },
                transaction));
        }

        return new(story, topics);
    }

    /// <param name="now">Also when it was first seen, where that is being decided in this transaction.</param>
    internal static async Task<Story?> StoryAsync(SqliteConnection connection, SqliteTransaction? transaction, long id, DateTimeOffset now)
    {
        var rows = await connection.QueryAsync<ArticleRow>(
            """
            select * from listed_articles where story_id = @id
            union all
            select * from listed_articles where id = @id and story_id is null
            """,
            new { id },
            transaction);
        return await OfRowsAsync(connection, transaction, id, rows, now);
    }

    static async Task<Story?> OfRowsAsync(SqliteConnection connection, SqliteTransaction? transaction, long id, IEnumerable<ArticleRow> rows, DateTimeOffset now)
    {
        var articles = new List<Article>();
        foreach (var row in rows)
            articles.Add(await ArticleStore.ShownAsync(connection, row, transaction));
        if (articles.Count == 0)
            return null;

        var seen = await connection.QuerySingleOrDefaultAsync<string?>(
            """
            select min(listed_at)
            from (select listed_at from articles where story_id = @id
                  union all
                  select listed_at from articles where id = @id and story_id is null)
            """,
            new { id },
            transaction);
        return Story.Of(id, articles, seen is null ? now : UtcText.Parse(seen), now);
    }
}
