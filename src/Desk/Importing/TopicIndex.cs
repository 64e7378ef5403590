using Articles;
using Articles.Files;
using Desk.Database;

namespace Desk.Importing;

/// <summary>The topics' ids and parents, kept in memory while articles are filed.</summary>
sealed class TopicIndex : IDisposable
{
    readonly Dictionary<string, long> ids = [];
    readonly Dictionary<long, long> parents = [];
    readonly PreparedStatement add;

    public TopicIndex(DatabaseSession session)
    {
        add = session.Prepare(
            """
            insert into topics (name, slug)
            values (@name, @slug)
            """);
        using var all = session.Prepare("select id, slug, coalesce(parent_id, 0) from topics");
        foreach (var (id, slug, parent) in all.Rows(row => (row.Number(0), row.Text(1), row.Number(2))))
        {
            ids[slug] = id;
            if (parent != 0)
                parents[id] = parent;
        }
    }

    /// <summary>The topic with this name, added if it is new.</summary>
    public long IdOf(string name)
    {
        var slug = Topic.SlugOf(name);
        if (!ids.TryGetValue(slug, out var id))
            ids[slug] = id = add.Inserted(("@name", name), ("@slug", slug));
        return id;
    }

    /// <summary>Its parent, grandparent and so on. Cycles do no harm.</summary>
    public IEnumerable<long> Above(long id)
    {
        var seen = new HashSet<long> { id };
        while (parents.TryGetValue(id, out id) && seen.Add(id))
            yield return id;
    }

    public void Dispose() => add.Dispose();
}

/// <summary>Files articles under their topics and all topics above those, inside the transaction that writes them.</summary>
sealed class TopicFiling(DatabaseSession session) : IDisposable
{
    readonly TopicIndex topics = new(session);

    readonly PreparedStatement clear = session.Prepare("delete from article_topics where article_id = @article_id");

    readonly PreparedStatement file = session.Prepare(
        """
        insert into article_topics (topic_id, published_at, article_id, position, is_inherited, is_inferred, line, column_number)
        values (@topic_id, @published_at, @article_id, @position, @is_inherited, @is_inferred, @line, @column)
        on conflict do nothing
        """);

    public void Clear(long id) => clear.Run(("@article_id", id));

    /// <param name="places">Of its topics in its file; may be fewer.</param>
    public void File(long id, Article article, IReadOnlyList<TextPlace> places)
    {
        var own = article.Topics.Select(topics.IdOf).ToList();
        foreach (var (position, topic) in own.Index())
            FileUnder(id, article, topic, position, isInherited: false, position < places.Count ? places[position] : null);
        foreach (var topic in own.SelectMany(topics.Above))
            FileUnder(id, article, topic, position: 0, isInherited: true, place: null);
    }

    void FileUnder(long id, Article article, long topic, int position, bool isInherited, TextPlace? place) => file.Run(
        ("@topic_id", topic), ("@published_at", UtcText.Of(article.PublishedAt)), ("@article_id", id), ("@position", position),
        ("@is_inherited", isInherited), ("@is_inferred", article.AreTopicsInferred), ("@line", place?.Line), ("@column", place?.Column));

    public void Dispose()
    {
        topics.Dispose();
        clear.Dispose();
        file.Dispose();
    }
}
