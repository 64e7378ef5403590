using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>An article that is in the database already.</summary>
readonly record struct StoredArticle(long Id, string Path, bool IsRemoved);

/// <summary>Which stored article a file's article is: by the file's path first, then by its links.</summary>
/// <param name="Own">The article that this file held before.</param>
/// <param name="Moved">The article of a file that is gone: this is where it went.</param>
/// <param name="Holder">The article of another file, which this one only repeats.</param>
/// <param name="Yielding">Articles of other files that turn out to repeat this one.</param>
readonly record struct Identity(StoredArticle? Own, StoredArticle? Moved, StoredArticle? Holder, IReadOnlyList<StoredArticle> Yielding);

/// <inheritdoc cref="Identity"/>
sealed class ArticleIdentity(SqliteConnection connection) : IDisposable
{
    /// <summary>Publishers use an address again, for a series or a yearly event: what is further apart is another article.</summary>
    static readonly TimeSpan SameWithin = TimeSpan.FromDays(14);

    readonly PreparedCommand atPath = new(connection,
        """
        select id, path, removed_at is not null
        from articles
        where path = $path
        """);

    readonly PreparedCommand atLink = new(connection,
        """
        select a.id, a.path, a.removed_at is not null
        from article_links l
        join articles a on a.id = l.article_id
        where l.link = $link
          and a.path <> $path
          and a.published_at between $from and $to
        order by a.id
        """);

    public Identity Of(Article article, IReadOnlyCollection<string> links)
    {
        var own = atPath.Rows(Stored, ("$path", article.Path)) is [var found] ? found : (StoredArticle?)null;
        var (from, to) = (UtcText.Of(article.PublishedAt - SameWithin), UtcText.Of(article.PublishedAt + SameWithin));
        var others = links
            .SelectMany(link => atLink.Rows(Stored, ("$link", link), ("$path", article.Path), ("$from", from), ("$to", to)))
            .Distinct()
            .ToList();
        var there = others.FindAll(other => !other.IsRemoved);

        var holder = there.Find(other => own is not { IsRemoved: false } mine || other.Id < mine.Id);
        if (holder != default)
            return new(own, Moved: null, holder, Yielding: []);
        return new(own, own is null && others is [var moved, ..] ? moved : null, Holder: null, there);
    }

    public void Dispose()
    {
        atPath.Dispose();
        atLink.Dispose();
    }

    static StoredArticle Stored(PreparedRow row) => new(row.Number(0), row.Text(1), row.Flag(2));
}
