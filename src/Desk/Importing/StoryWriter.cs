using Desk.Channels;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Stores, within the transaction that changes articles, the keys of their stories, and which stories must be grouped again.
/// </summary>
sealed class StoryWriter(DatabaseSession session, DateTimeOffset now) : IDisposable
{
    readonly Dictionary<long, (IReadOnlyCollection<long> Before, IReadOnlyCollection<long> Now)> pending = [];

    readonly PreparedStatement add = session.Prepare(
        "insert into story_keys (key, article_id) values (@key, @article_id) on conflict do nothing");

    readonly PreparedStatement remove = session.Prepare("delete from story_keys where key = @key and article_id = @article_id");

    readonly PreparedStatement note = session.Prepare(
        """
        insert into story_changes (article_id, was_visible, is_edited, is_grown)
        values (@article_id, @was_visible, @is_edited, @is_grown)
        on conflict (article_id) do update
        set is_edited = case excluded.is_edited when 1 then 1 else story_changes.is_edited end,
            is_grown = case excluded.is_grown when 1 then 1 else story_changes.is_grown end
        """);

    // Older stories come too late for every channel.
    readonly PreparedStatement decideAgain = session.Prepare(
        """
        insert into undecided_stories (channel, story_id, is_new)
        select '', coalesce(story_id, id), 0
        from articles
        where id = @article_id
          and listed_at > @since
        on conflict (channel, story_id) do update
        set revision = undecided_stories.revision + 1
        """);

    /// <param name="before">Its stored keys.</param>
    public void Save(long id, IReadOnlyCollection<long> before, IReadOnlyCollection<long> now) =>
        pending[id] = (pending.TryGetValue(id, out var noted) ? noted.Before : before, now);

    /// <summary>Records a stored article as changed. Articles that were never listed are found without it.</summary>
    public void Note(long id, bool wasVisible, bool isEdited = false, bool isGrown = false) =>
        note.Run(("@article_id", id), ("@was_visible", wasVisible), ("@is_edited", isEdited), ("@is_grown", isGrown));

    /// <summary>
    /// Has channels asked again about an article whose numbers changed. Readers don't see them, but rules do, so that its story may be
    /// wanted now.
    /// </summary>
    public void DecideAgain(long id) =>
        decideAgain.Run(("@article_id", id), ("@since", UtcText.Of(now - RuleLimits.Latest)));

    /// <summary>Writes the keys in order, so that each page of the table is written once for many articles.</summary>
    public void Write()
    {
        foreach (var (id, (before, now)) in pending.Where(article => article.Value.Before.Count > 0))
            foreach (var key in before.Except(now))
                remove.Run(("@key", key), ("@article_id", id));
        var ids = pending.SelectMany(article => Enumerable.Repeat(article.Key, article.Value.Now.Count)).ToArray();
        var keys = pending.Values.SelectMany(article => article.Now).ToArray();
        Array.Sort(keys, ids);
        foreach (var (key, id) in keys.Zip(ids))
            add.Run(("@key", key), ("@article_id", id));
        pending.Clear();
    }

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
        note.Dispose();
        decideAgain.Dispose();
    }
}
