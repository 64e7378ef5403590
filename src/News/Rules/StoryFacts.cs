using System.Text;
using News.Stories;

namespace News.Rules;

/// <summary>What rules ask of a story, worked out once for all channels.</summary>
public sealed class StoryFacts
{
    /// <summary>In characters: forty articles with long excerpts. What follows is not searched.</summary>
    const int TextSearched = 64 * 1024;

    readonly HashSet<string> topics;
    readonly HashSet<string> providers = [];
    readonly HashSet<string> leadProviders = [];

    /// <param name="topics">The slugs of the story's topics and of all topics above them.</param>
    public StoryFacts(Story story, IEnumerable<string> topics)
    {
        this.topics = [.. topics];
        foreach (var article in story.Articles)
            Add(article.Provider, providers);
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

    /// <summary>By a key that <see cref="ProviderKey"/> made.</summary>
    internal bool IsFrom(string key) => providers.Contains(key);

    internal bool IsLedBy(string key) => leadProviders.Contains(key);

    /// <summary>One spelling of an outlet's name or domain, to compare.</summary>
    internal static string ProviderKey(string written) => FoldedText.Of(Provider.DomainOf(written));

    /// <summary>An outlet is found by its name, its domain, and the domains that this is below.</summary>
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

        // A line end is no space to words that stand in two texts: the mark between them is part of neither.
        void Add(string piece)
        {
            if (piece.Length > 0 && text.Length < TextSearched && seen.Add(piece))
                text.Append(piece.AsSpan(0, Math.Min(piece.Length, TextSearched - text.Length))).Append("\n¶\n");
        }
    }
}
