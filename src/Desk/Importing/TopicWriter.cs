using Dapper;
using Articles;
using Articles.Files;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Writes the topics' own files to the database, within a transaction.</summary>
sealed class TopicWriter(DatabaseSession session)
{
    /// <summary>
    /// Files articles under the topics above their own. Cycles of parents do no harm: the recursion keeps
    /// each pair once.
    /// </summary>
    const string Inherit = """
        with recursive above (topic_id, ancestor_id) as (
            select id, parent_id
            from topics
            where parent_id is not null
            union
            select above.topic_id, t.parent_id
            from above
            join topics t on t.id = above.ancestor_id
            where t.parent_id is not null)
        insert into article_topics (topic_id, published_at, article_id, position, is_inherited, is_inferred)
        select above.ancestor_id, x.published_at, x.article_id, 0, 1, x.is_inferred
        from article_topics x
        join above on above.topic_id = x.topic_id
        where x.is_inherited = 0
        on conflict do nothing
        """;

    public void Replace(IReadOnlyList<TopicDefinition> definitions)
    {
        session.Execute("update topics set shortname = null, parent_id = null, is_defined = 0");
        session.Execute("delete from topic_keywords");
        session.Execute("delete from topic_hashtags");
        using var topics = new TopicIndex(session);
        using var define = new PreparedStatement(session,
            """
            update topics
            set name = $name, shortname = $shortname, parent_id = $parent_id, is_defined = 1
            where id = $id
            """);
        using var addKeyword = new PreparedStatement(session,
            """
            insert into topic_keywords (topic_id, position, keyword)
            values ($topic_id, $position, $keyword)
            """);
        using var addHashtag = new PreparedStatement(session,
            """
            insert into topic_hashtags (topic_id, position, hashtag)
            values ($topic_id, $position, $hashtag)
            """);
        foreach (var topic in definitions.DistinctBy(topic => Topic.SlugOf(topic.Name)))
        {
            var id = topics.IdOf(topic.Name);
            long? parent = topic.Parent is null ? null : topics.IdOf(topic.Parent);
            define.Run(("$name", topic.Name), ("$shortname", topic.ShortName), ("$parent_id", parent), ("$id", id));
            foreach (var (position, keyword) in topic.Keywords.Index())
                addKeyword.Run(("$topic_id", id), ("$position", position), ("$keyword", keyword));
            foreach (var (position, hashtag) in topic.Hashtags.Index())
                addHashtag.Run(("$topic_id", id), ("$position", position), ("$hashtag", hashtag));
        }

        session.Execute("delete from article_topics where is_inherited = 1");
        session.Execute(Inherit);
    }
}
