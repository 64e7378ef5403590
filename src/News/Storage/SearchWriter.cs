using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>
/// Keeps the words by which articles are found, inside the transaction that changes them. They are written some hundred
/// articles at a time: FTS5 collects words in memory, but writes them out when a statement on another table begins that may have to be undone.
/// </summary>
sealed class SearchWriter(SqliteConnection connection) : IDisposable
{
    const int MostPending = 500;

    readonly Dictionary<long, Article?> pending = [];
    readonly HashSet<long> stored = [];

    readonly PreparedCommand add = new(connection,
        """
        insert into article_search (rowid, title, excerpt, body, provider, topics, related)
        values ($id, $title, $excerpt, $body, $provider, $topics, $related)
        """);

    readonly PreparedCommand remove = new(connection, "delete from article_search where rowid = $id");

    /// <summary>Notes an article that was not there.</summary>
    public void Add(long id, Article article) => Note(id, article);

    /// <summary>Notes what a stored article says now; null when it is found no more.</summary>
    public void Replace(long id, Article? article)
    {
        stored.Add(id);
        Note(id, article);
    }

    /// <summary>Writes what was noted.</summary>
    public void Write()
    {
        foreach (var id in stored)
            remove.Run(("$id", id));
        foreach (var (id, article) in pending)
        {
            if (article is not null)
                Write(id, article);
        }

        pending.Clear();
        stored.Clear();
    }

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
    }

    void Note(long id, Article? article)
    {
        pending[id] = article;
        if (pending.Count >= MostPending)
            Write();
    }

    void Write(long id, Article article) => add.Run(
        ("$id", id), ("$title", article.Title), ("$excerpt", article.Excerpt), ("$body", BodyText.Plain(article.Body)),
        ("$provider", $"{article.Provider.Name} {article.Provider.Domain}"), ("$topics", string.Join('\n', article.Topics)),
        ("$related", string.Join('\n', article.Related.Select(related => related.Title))));
}
