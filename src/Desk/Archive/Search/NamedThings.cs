namespace Desk.Archive.Search;

/// <summary>Keeps a question about one company from being answered with what an article says about another.</summary>
static class NamedThings
{
    /// <summary>
    /// The best articles; if the question has rare names, only those that fit almost as well as the best and mention all of them. What
    /// many articles name is the archive's own subject, which an article need not name.
    /// </summary>
    public static IReadOnlyList<Ranked> Mentioned(SearchResults results)
    {
        var names = results.Terms.Where(term => term.IsName && term.Rarity >= results.RareName).ToList();
        if (names is [])
            return results.Ranked;
        var least = results.BestScore - AnswerSentences.Tolerance;
        return [.. results.Ranked.Where(one => one.Score >= least && names.TrueForAll(one.Terms.Contains))];
    }
}
