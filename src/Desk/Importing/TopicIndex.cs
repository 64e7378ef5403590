using Articles;
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
        add = new(session,
            """
            insert into topics (name, slug)
            values ($name, $slug)
            """);
        using var all = new PreparedStatement(session, "select id, slug, coalesce(parent_id, 0) from topics");
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
            ids[slug] = id = add.Inserted(("$name", name), ("$slug", slug));
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
