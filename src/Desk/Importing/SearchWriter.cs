using Articles;
using Articles.Text;
using Desk.Archive;
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
    readonly WordIndexWriter index = WordIndex.Of(session).Writer(session);

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
        var added = pending.Where(article => article.Value is not null).Select(article => (article.Key, Indexed(article.Value!))).ToList();
        foreach (var id in stored)
            index.Remove(id);
        foreach (var (id, article) in added)
            index.Add(id, article);
        foreach (var id in stored)
            index.RemoveVocabulary(id);
        foreach (var (id, article) in added)
            index.AddVocabulary(id, article);
        pending.Clear();
        stored.Clear();
    }

    public void Dispose() => index.Dispose();

    void Note(long id, Article? article)
    {
        pending[id] = article;
        if (pending.Count >= MostPending)
            Write();
    }

    static IndexedArticle Indexed(Article article) => new()
    {
        Title = article.Title,
        Excerpt = article.Excerpt,
        Body = BodyText.Plain(article.Body),
        Provider = article.Provider,
        Topics = article.Topics,
        Related = [.. article.Related.Select(related => related.Title)],
    };
}
