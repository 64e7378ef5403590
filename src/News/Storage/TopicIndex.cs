using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>The topics' keys and what is above what, held in memory while articles are filed under them.</summary>
sealed class TopicIndex : IDisposable
{
    readonly Dictionary<string, long> ids = [];
    readonly Dictionary<long, long> parents = [];
    readonly PreparedCommand add;

    public TopicIndex(SqliteConnection connection, SqliteTransaction transaction)
    {
        add = new(connection,
            """
            insert into topics (name, slug)
            values ($name, $slug)
            """);
        using var all = new SqliteCommand("select id, slug, parent_id from topics", connection, transaction);
        using var rows = all.ExecuteReader();
        while (rows.Read())
        {
            ids[rows.GetString(1)] = rows.GetInt64(0);
            if (!rows.IsDBNull(2))
                parents[rows.GetInt64(0)] = rows.GetInt64(2);
        }
    }

    /// <summary>The topic of this name, which is added where it is new.</summary>
    public long IdOf(string name)
    {
        var slug = Topic.SlugOf(name);
        if (!ids.TryGetValue(slug, out var id))
            ids[slug] = id = add.Inserted(("$name", name), ("$slug", slug));
        return id;
    }

    /// <summary>The topics above, nearest first. Topics above each other in a circle do no harm.</summary>
    public IEnumerable<long> Above(long id)
    {
        var seen = new HashSet<long> { id };
        while (parents.TryGetValue(id, out id) && seen.Add(id))
            yield return id;
    }

    public void Dispose() => add.Dispose();
}
