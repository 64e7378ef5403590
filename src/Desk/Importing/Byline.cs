using Articles;
using Articles.Text;

namespace Desk.Importing;

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
