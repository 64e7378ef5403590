using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Keeps, inside the transaction that changes articles, by what their stories are found, and which must be looked at.</summary>
sealed class StoryWriter(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<long, (IReadOnlyCollection<long> Before, IReadOnlyCollection<long> Now)> pending = [];

    readonly PreparedCommand add = new(connection, "insert or ignore into story_keys (key, article_id) values ($key, $article_id)");

    readonly PreparedCommand remove = new(connection, "delete from story_keys where key = $key and article_id = $article_id");

    readonly PreparedCommand note = new(connection,
        """
        insert into story_changes (article_id, was_visible, is_edited, is_grown)
        values ($article_id, $was_visible, $is_edited, $is_grown)
        on conflict (article_id) do update
        set is_edited = max(is_edited, excluded.is_edited), is_grown = max(is_grown, excluded.is_grown)
        """);

    /// <param name="before">The keys that are stored of it.</param>
    public void Save(long id, IReadOnlyCollection<long> before, IReadOnlyCollection<long> now) =>
        pending[id] = (pending.TryGetValue(id, out var noted) ? noted.Before : before, now);

    /// <summary>Notes a stored article as changed. Those that were never listed need none: they are found by that.</summary>
    public void Note(long id, bool wasVisible, bool isEdited = false, bool isGrown = false) =>
        note.Run(("$article_id", id), ("$was_visible", wasVisible), ("$is_edited", isEdited), ("$is_grown", isGrown));

    /// <summary>Writes the keys in their order, so that each page of the table is touched once for many articles.</summary>
    public void Write()
    {
        foreach (var (id, (before, now)) in pending.Where(article => article.Value.Before.Count > 0))
            foreach (var key in before.Except(now))
                remove.Run(("$key", key), ("$article_id", id));
        var ids = pending.SelectMany(article => Enumerable.Repeat(article.Key, article.Value.Now.Count)).ToArray();
        var keys = pending.Values.SelectMany(article => article.Now).ToArray();
        Array.Sort(keys, ids);
        foreach (var (key, id) in keys.Zip(ids))
            add.Run(("$key", key), ("$article_id", id));
        pending.Clear();
    }

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
        note.Dispose();
    }
}
