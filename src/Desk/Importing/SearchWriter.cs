using Articles;
using Articles.Text;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Updates the search index within the transaction that changes articles. It writes some hundred articles at a time: FTS5 collects
/// words in memory, but writes them out when a statement starts on another table that may have to be undone.
/// </summary>
sealed class SearchWriter(DatabaseSession session) : IDisposable
{
    const int MostPending = 500;

    readonly Dictionary<long, Article?> pending = [];
    readonly HashSet<long> stored = [];

    readonly PreparedStatement add = new(session,
        """
        insert into article_search (rowid, title, excerpt, body, provider, topics, related)
        values ($id, $title, $excerpt, $body, $provider, $topics, $related)
        """);

    readonly PreparedStatement remove = new(session, "delete from article_search where rowid = $id");

    readonly PreparedStatement addWords = new(session, "insert into article_words (rowid, text) values ($id, $text)");

    readonly PreparedStatement removeWords = new(session, "delete from article_words where rowid = $id");

    /// <summary>Records a new article.</summary>
    public void Add(long id, Article article) => Note(id, article);

    /// <summary>Records the new version of an article; null if search must no longer find it.</summary>
    public void Replace(long id, Article? article)
    {
        stored.Add(id);
        Note(id, article);
    }

    /// <summary>Writes what was recorded.</summary>
    public void Write()
    {
        foreach (var id in stored)
            remove.Run(("$id", id));
        foreach (var (id, article) in pending)
        {
            if (article is not null)
                Write(id, article);
        }

        foreach (var id in stored)
            removeWords.Run(("$id", id));
        foreach (var (id, article) in pending)
        {
            if (article is not null)
                addWords.Run(("$id", id), ("$text", WordsOf(article)));
        }

        pending.Clear();
        stored.Clear();
    }

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
        addWords.Dispose();
        removeWords.Dispose();
    }

    void Note(long id, Article? article)
    {
        pending[id] = article;
        if (pending.Count >= MostPending)
            Write();
    }

    /// <summary>Words of bodies are left out: they are many, and what people ask for stands at the top.</summary>
    static string WordsOf(Article article) => string.Join(
        '\n',
        [article.Title, article.Excerpt, article.Provider.Name, .. article.Topics, .. article.Related.Select(related => related.Title)]);

    void Write(long id, Article article) => add.Run(
        ("$id", id), ("$title", article.Title), ("$excerpt", article.Excerpt), ("$body", BodyText.Plain(article.Body)),
        ("$provider", $"{article.Provider.Name} {article.Provider.Domain}"), ("$topics", string.Join('\n', article.Topics)),
        ("$related", string.Join('\n', article.Related.Select(related => related.Title))));
}
