using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Keeps the words by which articles are found, inside the transaction that changes them.</summary>
sealed class SearchWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    readonly PreparedCommand add = new(connection, transaction,
        """
        insert into article_search (rowid, title, excerpt, body, provider, topics, related)
        values ($id, $title, $excerpt, $body, $provider, $topics, $related)
        """);

    readonly PreparedCommand remove = new(connection, transaction, "delete from article_search where rowid = $id");

    /// <summary>The words of an article that was not there.</summary>
    public void Add(long id, Article article) => add.Run(
        ("$id", id), ("$title", article.Title), ("$excerpt", article.Excerpt), ("$body", article.Body),
        ("$provider", $"{article.Provider.Name} {article.Provider.Domain}"), ("$topics", string.Join('\n', article.Topics)),
        ("$related", string.Join('\n', article.Related.Select(related => related.Title))));

    public void Replace(long id, Article article)
    {
        Remove(id);
        Add(id, article);
    }

    public void Remove(long id) => remove.Run(("$id", id));

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
    }
}
