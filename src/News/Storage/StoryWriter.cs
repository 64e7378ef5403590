using Microsoft.Data.Sqlite;
using News.Stories;

namespace News.Storage;

/// <summary>Keeps, inside the transaction that changes articles, by what their stories are found, and which must be looked at.</summary>
sealed class StoryWriter(SqliteConnection connection) : IDisposable
{
    readonly SortedDictionary<long, (IReadOnlyCollection<long> Before, IReadOnlyCollection<long> Now)> pending = [];

    readonly PreparedCommand add = new(connection, "insert or ignore into story_keys (key, article_id) values ($key, $article_id)");

    readonly PreparedCommand remove = new(connection, "delete from story_keys where key = $key and article_id = $article_id");

    readonly PreparedCommand note = new(connection,
        """
        insert into story_changes (article_id, was_visible, is_edited, is_grown)
        values ($article_id, $was_visible, $is_edited, $is_grown)
        on conflict (article_id) do update
        set is_edited = max(is_edited, excluded.is_edited), is_grown = max(is_grown, excluded.is_grown)
        """);

    /// <param name="before">What was stored of it; null where nothing was.</param>
    public void Save(long id, Article? before, Article now)
    {
        var old = pending.TryGetValue(id, out var noted) ? noted.Before : before is null ? [] : StoryClues.Of(before).Keys();
        pending[id] = (old, StoryClues.Of(now).Keys());
    }

    /// <summary>Notes a stored article as changed. Those that were never listed need none: they are found by that.</summary>
    public void Note(long id, bool wasVisible, bool isEdited = false, bool isGrown = false) =>
        note.Run(("$article_id", id), ("$was_visible", wasVisible), ("$is_edited", isEdited), ("$is_grown", isGrown));

    /// <summary>Writes the keys in their order, so that each page of the table is touched once for many articles.</summary>
    public void Write()
    {
        foreach (var (id, (before, now)) in pending)
            foreach (var key in before.Except(now))
                remove.Run(("$key", key), ("$article_id", id));
        var keys = pending.SelectMany(article => article.Value.Now.Select(key => (Key: key, Id: article.Key))).ToArray();
        Array.Sort(keys);
        foreach (var (key, id) in keys)
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
