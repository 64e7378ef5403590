using Articles;
using Articles.Stories;
using Articles.Text;
using Desk.Database;

namespace Desk.Importing;

/// <summary>An article that is already in the database.</summary>
readonly record struct StoredArticle(long Id, string Path, bool IsRemoved)
{
    /// <summary>Who wrote it, and what it is called.</summary>
    public Byline Byline { get; init; }
}

/// <summary>The stored article that a file's article is, found by the file's path or else by its links.</summary>
/// <param name="Own">The article that this file contained before.</param>
/// <param name="Moved">The article of a deleted or missing file, which was moved to this one.</param>
/// <param name="Holder">The article of another file that this one repeats.</param>
/// <param name="Yielding">Articles of other files that turn out to repeat this one.</param>
/// <param name="Sharing">Articles of other files with a common link that are by other outlets, and so different ones.</param>
readonly record struct Identity(
    StoredArticle? Own,
    StoredArticle? Moved,
    StoredArticle? Holder,
    IReadOnlyList<StoredArticle> Yielding,
    IReadOnlyList<StoredArticle> Sharing);

/// <inheritdoc cref="Identity"/>
sealed class ArticleIdentity(DatabaseSession session, Absences absences) : IDisposable
{
    /// <summary>Publishers reuse addresses for series and yearly events: articles that are further apart are different ones.</summary>
    static readonly TimeSpan SameWithin = TimeSpan.FromDays(14);

    readonly PreparedStatement atPath = session.Prepare(
        """
        select id, path, removed_at is not null, title, provider_name, provider_domain, coalesce(web_url, original_url)
        from articles
        where path = @path
        """);

    readonly PreparedStatement atLink = session.Prepare(
        """
        select a.id, a.path, a.removed_at is not null, a.title, a.provider_name, a.provider_domain, coalesce(a.web_url, a.original_url)
        from article_links l
        join articles a on a.id = l.article_id
        where l.link = @link
          and a.path <> @path
          and a.published_at between @from and @to
        order by a.id
        """);

    public Identity Of(Article article, IReadOnlyCollection<string> links)
    {
        var own = atPath.Rows(Stored, ("@path", article.Path)) is [var found] ? found : (StoredArticle?)null;
        var byline = Byline.Of(article);
        var all = WithLink(article, links);
        var sharing = all.FindAll(other => IsThere(other) && other.Byline.IsOfAnotherOutlet(byline));
        // An article that was moved may be corrected on the way, but not both its outlet and its headline.
        var others = all.FindAll(
            other => !other.Byline.IsOfAnotherOutlet(byline) || (!IsThere(other) && other.Byline.Title == byline.Title));
        var there = others.FindAll(IsThere);

        var holder = there.Find(other => own is not { IsRemoved: false } mine || other.Id < mine.Id);
        if (holder != default)
            return new(own, Moved: null, holder, Yielding: [], sharing);
        // Of those that moved away, the one that readers still see.
        var moved = others.Find(other => !other.IsRemoved) is { Id: > 0 } seen ? seen : others.FirstOrDefault();
        return new(own, own is null && others is [_, ..] ? moved : null, Holder: null, there, sharing);
    }

    /// <summary>Whether an article's file is still in the folder.</summary>
    bool IsThere(StoredArticle article) => !article.IsRemoved && !absences.Include(article.Path);

    /// <summary>The articles of other files with a common link, of about the same time.</summary>
    public List<StoredArticle> WithLinkOf(Article article) => WithLink(article, StoryClues.Of(article).Links);

    List<StoredArticle> WithLink(Article article, IEnumerable<string> links)
    {
        var (from, to) = (UtcText.Of(article.PublishedAt - SameWithin), UtcText.Of(article.PublishedAt + SameWithin));
        return
        [
            .. links
                .SelectMany(link => atLink.Rows(Stored, ("@link", link), ("@path", article.Path), ("@from", from), ("@to", to)))
                .Distinct(),
        ];
    }

    public void Dispose()
    {
        atPath.Dispose();
        atLink.Dispose();
    }

    static StoredArticle Stored(PreparedRow row) => new(row.Number(0), row.Text(1), row.Flag(2))
    {
        Byline = Byline.Of(row.Text(3), row.Text(4), row.Text(5), row.Text(6)),
    };
}

/// <summary>Who wrote an article, and what it is called, to tell articles with one link apart.</summary>
/// <param name="Name">The outlet's, in the form in which names are compared; empty if the file gives none.</param>
/// <param name="Domain">The outlet's; empty if it is only that of the link, and no name says whose it is.</param>
readonly record struct Byline(string Title, string Name, string Domain)
{
    public static Byline Of(Article article) =>
        Of(article.Title, article.Provider.Name, article.Provider.Domain, article.Link.AbsoluteUri);

    /// <param name="link">From which the import took the domain if the file gives none.</param>
    public static Byline Of(string title, string name, string domain, string link)
    {
        var (outlet, site) = (Provider.DomainOf(domain), Provider.DomainOf(new Uri(link).IdnHost));
        return new(FoldedText.Of(title), FoldedText.Of(name), name.Length == 0 && outlet == site ? "" : outlet);
    }

    /// <summary>
    /// Whether another outlet than the other's wrote it, as far as the files say. A file may spell an outlet in its own way, so one
    /// domain is one outlet, unless both the names and the headlines have nothing in common.
    /// </summary>
    public bool IsOfAnotherOutlet(Byline other)
    {
        var isNamed = Name.Length > 0 && other.Name.Length > 0;
        if (Domain.Length == 0 || other.Domain.Length == 0 || (isNamed && Name == other.Name))
            return false;
        return !IsWithin(Domain, other.Domain) && !IsWithin(other.Domain, Domain)
            || (isNamed && Title != other.Title && !FoldedText.Words(Name).Overlaps(FoldedText.Words(other.Name)));
    }

    static bool IsWithin(string domain, string parent) =>
        domain == parent || domain.EndsWith($".{parent}", StringComparison.Ordinal);
}
