using Articles;
using Articles.Stories;
using Desk.Archive;

namespace Desk.Tests.Channels;

/// <summary>Stories to decide about.</summary>
static class Stories
{
    static readonly DateTimeOffset Noon = new(2026, 8, 14, 12, 0, 0, TimeSpan.Zero);

    public static StoryFacts Facts(string title, string excerpt, int outlets = 3, int? heat = null)
    {
        var lead = new Article
        {
            Path = "a.md",
            Title = title,
            Excerpt = excerpt,
            PublishedAt = Noon,
            Provider = new("Harbour Gazette", "harbourgazette.example"),
            Heat = heat,
        };
        return Facts([lead], outlets, []);
    }

    public static StoryFacts Facts(IReadOnlyList<Article> articles, int outlets, IEnumerable<string> topics)
    {
        var coverage = new Coverage { Lines = [], Links = articles.Count, Outlets = outlets, First = null, Best = null, Latest = null };
        return new(new() { Id = 1, Lead = articles[0], Articles = articles, Coverage = coverage, FirstSeenAt = Noon }, topics, Noon);
    }

    /// <summary>Forty articles of forty outlets, each with as long an excerpt as real ones have.</summary>
    public static StoryFacts Long()
    {
        string[] words =
        [
            "storm", "flood", "harbour", "the", "of", "council", "ferry", "río", "Łódź", "evacuation", "power", "grid", "and", "after",
            "night", "island",
        ];
        var articles = Enumerable.Range(0, 40).Select(number => new Article
        {
            Path = $"{number}.md",
            Title = string.Join(' ', Enumerable.Range(0, 12).Select(word => words[(number + (word * 7)) % words.Length])) + $" {number}",
            Excerpt = string.Join(
                ' ',
                Enumerable.Range(0, 120).Select(word => words[(number + (word * word)) % words.Length])) + $" {number}",
            PublishedAt = Noon, Provider = new($"Outlet {number}", $"outlet{number}.example"), Quality = number, Heat = number * 10,
        }).ToList();
        return Facts(articles, 40, ["energy", "rail", "harbour", "weather"]);
    }
}
