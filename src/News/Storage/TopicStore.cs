using Dapper;
using Microsoft.Data.Sqlite;
using News.Importing;

namespace News.Storage;

/// <summary>What the topics' own files say, as an import needs it.</summary>
static class TopicStore
{
    public static async Task<IReadOnlyList<TopicKeyword>> KeywordsAsync(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        var rows = await connection.QueryAsync<KeywordRow>(
            """
            select t.name as topic, k.keyword
            from topic_keywords k
            join topics t on t.id = k.topic_id
            order by t.name, k.position
            """,
            param: null,
            transaction);
        return [.. rows.Select(row => new TopicKeyword(row.Topic, row.Keyword))];
    }

    /// <summary>The articles that are there and whose files name no topic.</summary>
    public static async Task<IReadOnlyList<long>> ArticlesWithoutOwnAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        var ids = await connection.QueryAsync<long>(
            """
            select a.id
            from articles a
            where a.removed_at is null
              and not exists (select 1 from article_topics x where x.article_id = a.id and x.is_inherited = 0 and x.is_inferred = 0)
            """,
            param: null,
            transaction);
        return [.. ids];
    }

    internal sealed record KeywordRow
    {
        public required string Topic { get; init; }
        public required string Keyword { get; init; }
    }
}
