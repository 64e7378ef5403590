using System.Globalization;
using Articles.Text;

namespace Desk.Archive.Search;

/// <summary>An article that may answer the question, with what it is ranked by.</summary>
sealed record Candidate
{
    public required long Id { get; init; }
    public required long StoryId { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public required string Body { get; init; }
    public required string Provider { get; init; }
    public string? Topics { get; init; }
    public string? Related { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public int? Quality { get; init; }

    /// <summary>Its texts, the weightiest first.</summary>
    public IEnumerable<(double Weight, string Text)> Texts =>
    [
        (RankingWeights.InTitle, Title), (RankingWeights.InExcerpt, Excerpt), (RankingWeights.InTopics, Topics ?? ""),
        (RankingWeights.InRelated, Related ?? ""), (RankingWeights.InProvider, Provider), (RankingWeights.InBody, Body),
    ];
}

/// <summary>The stems of an article's words, each with the weight of the weightiest text that has it.</summary>
sealed class CandidateWords
{
    readonly Dictionary<string, double> weights = [];
    readonly HashSet<(string, string)> neighbors = [];

    public CandidateWords(Candidate candidate)
    {
        foreach (var (weight, text) in candidate.Texts)
        {
            var before = "";
            foreach (var stem in Stems(text))
            {
                weights.TryAdd(stem, weight);
                neighbors.Add((before, stem));
                before = stem;
            }
        }
    }

    /// <summary>How much it counts that the article has the term; 0 if it hasn't.</summary>
    public double Weight(QueryTerm term)
    {
        var best = 0.0;
        foreach (var form in term.Forms)
        {
            var likeness = string.Concat(form) == term.Word ? 1 : RankingWeights.Corrected;
            best = Math.Max(best, likeness * form.Min(word => weights.GetValueOrDefault(EnglishStem.Of(word))));
        }

        return best > 0 || !term.IsUnfinished ? best : weights.Where(word => word.Key.StartsWith(term.Word, StringComparison.Ordinal))
            .Select(word => word.Value).DefaultIfEmpty().Max();
    }

    /// <summary>How much of the title is in the question, by the rarity of its words: from 0 to 1.</summary>
    public double TitleShare(IReadOnlyList<QueryTerm> terms, Vocabulary vocabulary)
    {
        var asked = terms.SelectMany(term => term.Forms).SelectMany(form => form).Select(EnglishStem.Of).ToHashSet();
        var title = weights
            .Where(word => word.Value == RankingWeights.InTitle)
            .Select(word => (word.Key, Rarity: vocabulary.Rarity(word.Key)))
            .ToList();
        var all = title.Sum(word => word.Rarity);
        return all > 0 ? title.Where(word => asked.Contains(word.Key)).Sum(word => word.Rarity) / all : 0;
    }

    public bool AreNeighbors(QueryTerm first, QueryTerm second) =>
        first.Forms.Any(one => second.Forms.Any(other => neighbors.Contains((EnglishStem.Of(one[^1]), EnglishStem.Of(other[0])))));

    /// <summary>The words of a text as stems.</summary>
    public static IEnumerable<string> Stems(string text)
    {
        var folded = FoldedText.Of(text);
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && IsOfWord(folded[end]))
                end++;
            if (end > start)
                yield return EnglishStem.Of(folded[start..end]);
            start = end + 1;
        }
    }

    static bool IsOfWord(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;
}
