using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>What an import needs from the topics' own files.</summary>
static class TopicStore
{
    public static async Task<IReadOnlyList<TopicKeyword>> KeywordsAsync(DatabaseSession session)
    {
        var rows = await session.QueryAsync<TopicKeyword>(
            """
            select t.name as topic, k.keyword
            from topic_keywords k
            join topics t on t.id = k.topic_id
            order by t.name, k.position
            """);
        return [.. rows];
    }

    /// <summary>The articles whose files name no topic.</summary>
    public static async Task<IReadOnlyList<long>> ArticlesWithoutOwnAsync(DatabaseSession session)
    {
        var ids = await session.QueryAsync<long>(
            """
            select a.id
            from articles a
            where a.removed_at is null
              and not exists (select 1 from article_topics x where x.article_id = a.id and x.is_inherited = 0 and x.is_inferred = 0)
            """);
        return [.. ids];
    }
}
