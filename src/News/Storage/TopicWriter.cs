using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>Writes what the topics' own files say, inside a transaction.</summary>
sealed class TopicWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>
    /// Files articles under the topics above their own. To be ended by conditions on <c>x</c>, the article's own filing.
    /// Topics above each other in a circle do no harm: the recursion keeps each pair once.
    /// </summary>
    public const string Inherit = """
        with recursive above (topic_id, ancestor_id) as (
            select id, parent_id
            from topics
            where parent_id is not null
            union
            select above.topic_id, t.parent_id
            from above
            join topics t on t.id = above.ancestor_id
            where t.parent_id is not null)
        insert or ignore into article_topics (topic_id, published_at, article_id, position, is_inherited)
        select above.ancestor_id, x.published_at, x.article_id, 0, 1
        from article_topics x
        join above on above.topic_id = x.topic_id
        where x.is_inherited = 0
        """;

    public void Replace(IReadOnlyList<TopicDefinition> definitions)
    {
        Run("update topics set shortname = null, parent_id = null");
        using var define = new PreparedCommand(connection, transaction,
            """
            insert into topics (name, slug, shortname)
            values ($name, $slug, $shortname)
            on conflict (slug) do update
            set name = excluded.name, shortname = excluded.shortname
            """);
        using var mention = new PreparedCommand(connection, transaction,
            """
            insert into topics (name, slug)
            values ($name, $slug)
            on conflict (slug) do nothing
            """);
        using var place = new PreparedCommand(connection, transaction,
            """
            update topics
            set parent_id = (select id from topics where slug = $parent)
            where slug = $slug
            """);
        foreach (var topic in definitions)
            define.Run(("$name", topic.Name), ("$slug", Topic.SlugOf(topic.Name)), ("$shortname", topic.ShortName));
        foreach (var topic in definitions.Where(topic => topic.Parent is not null))
        {
            mention.Run(("$name", topic.Parent), ("$slug", Topic.SlugOf(topic.Parent!)));
            place.Run(("$parent", Topic.SlugOf(topic.Parent!)), ("$slug", Topic.SlugOf(topic.Name)));
        }

        Run("delete from article_topics where is_inherited = 1");
        Run(Inherit);
    }

    void Run(string sql)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        command.ExecuteNonQuery();
    }
}
