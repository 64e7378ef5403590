using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Articles as their files told them, whether readers may see them or not: what an import compares with.</summary>
static class ArticleVersions
{
    /// <summary>The article as it was last stored; null where it never was.</summary>
    public static async Task<ArticleVersion?> VersionAsync(SqliteConnection connection, SqliteTransaction transaction, long id)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ArticleRow>("select * from articles where id = @id", new { id }, transaction);
        return row is null ? null : new(
            await WholeAsync(connection, transaction, row),
            IsVisible: row is { Published: true, RemovedAt: null },
            WasListed: row.ListedAt is not null);
    }

    /// <summary>The article of this file, where it is not removed.</summary>
    public static async Task<long?> IdAtAsync(SqliteConnection connection, SqliteTransaction transaction, string path) =>
        await connection.QuerySingleOrDefaultAsync<long?>("select id from articles where path = @path and removed_at is null", new { path }, transaction);

    /// <summary>A row with all that belongs to it.</summary>
    public static async Task<Article> WholeAsync(SqliteConnection connection, SqliteTransaction? transaction, ArticleRow row)
    {
        var key = new { row.Id };
        var topics = await connection.QueryAsync<FiledTopicRow>(
            """
            select t.name, x.is_inferred
            from article_topics x
            join topics t on t.id = x.topic_id
            where x.article_id = @Id
              and x.is_inherited = 0
            order by x.position
            """,
            key,
            transaction);
        var images = await connection.QueryAsync<ImageRow>(
            """
            select url, width, height
            from images
            where article_id = @Id
            order by position
            """,
            key,
            transaction);
        var related = await connection.QueryAsync<RelatedArticleRow>(
            """
            select *
            from related_articles
            where article_id = @Id
            order by position
            """,
            key,
            transaction);
        return row.ToArticle([.. topics], images, related);
    }
}

/// <summary>An article as it was stored, and what readers saw of it.</summary>
/// <param name="IsVisible">Whether readers may see it.</param>
/// <param name="WasListed">Whether they ever could, so that it is not news again.</param>
sealed record ArticleVersion(Article Article, bool IsVisible, bool WasListed);
