using System.Text;
using Articles;
using Articles.Stories;
using Articles.Text;

namespace Desk.Archive;

/// <summary>What rules check in a story, computed once for all channels.</summary>
public sealed class StoryFacts
{
    /// <summary>In characters: forty articles with long excerpts. The rest is not searched.</summary>
    const int TextSearched = 64 * 1024;

    readonly HashSet<string> topics;
    readonly HashSet<string> providers = [];
    readonly HashSet<string> leadProviders = [];

    /// <param name="topics">The slugs of the story's topics and of all topics above them.</param>
    /// <param name="now">From which its age counts.</param>
    public StoryFacts(Story story, IEnumerable<string> topics, DateTimeOffset now)
    {
        Age = now - story.Articles.Max(article => article.PublishedAt);
        this.topics = [.. topics];
        var coverage = story.Coverage.All.ToList();
        foreach (var provider in story.Articles.Select(article => article.Provider).Concat(coverage.Select(line => line.Provider)))
            Add(provider, providers);
        Providers = [.. coverage.DistinctBy(line => line.Outlet).Select(line => line.Provider.Label).Where(name => name.Length > 0)];
        Add(story.Lead.Provider, leadProviders);
        LeadProvider = story.Lead.Provider.Label;
        Type = story.Lead.Type;
        Quality = story.Quality;
        Heat = story.Heat;
        Outlets = story.Coverage.Outlets;
        Text = TextOf(story);
        Folded = FoldedText.Of(Text);
        Words = FoldedText.Words(Folded);
    }

    public IReadOnlyCollection<string> Topics => topics;

    /// <summary>The outlets that cover it, those of related items included, by name.</summary>
    public IReadOnlyList<string> Providers { get; }

    /// <summary>How long ago its newest article was published; negative if that is in the future.</summary>
    public TimeSpan Age { get; }

    public string LeadProvider { get; }

    public string Type { get; }

    public int? Quality { get; }

    public int? Heat { get; }

    public int Outlets { get; }

    /// <summary>Its titles and excerpts, one a line.</summary>
    internal string Text { get; }

    internal string Folded { get; }

    internal HashSet<string> Words { get; }

    internal bool HasTopic(string slug) => topics.Contains(slug);

    /// <summary>Takes a key from <see cref="ProviderKey"/>.</summary>
    internal bool IsFrom(string key) => providers.Contains(key);

    internal bool IsLedBy(string key) => leadProviders.Contains(key);

    /// <summary>An outlet's name or domain in the form in which they are compared.</summary>
    internal static string ProviderKey(string written) => FoldedText.Of(Provider.DomainOf(written));

    /// <summary>An outlet is found by its name, its domain and its parent domains.</summary>
    static void Add(Provider provider, HashSet<string> keys)
    {
        if (provider.Name.Length > 0)
            keys.Add(ProviderKey(provider.Name));
        for (var domain = ProviderKey(provider.Domain); domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
            keys.Add(domain);
    }

    static string TextOf(Story story)
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>();
        foreach (var article in story.Articles)
        {
            Add(article.Title);
            Add(article.Excerpt);
        }

        foreach (var line in story.Coverage.Lines)
        {
            Add(line.Title);
            foreach (var reprint in line.Reprints)
                Add(reprint.Title);
        }

        return text.ToString();

        // A pattern must not match across two texts: the mark between them belongs to no word.
        void Add(string piece)
        {
            if (piece.Length > 0 && text.Length < TextSearched && seen.Add(piece))
                text.Append(piece.AsSpan(0, Math.Min(piece.Length, TextSearched - text.Length))).Append("\n¶\n");
        }
    }
}
