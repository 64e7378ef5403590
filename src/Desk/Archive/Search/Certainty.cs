namespace Desk.Archive.Search;

/// <summary>
/// Decides whether the archive answers a question, by logistic regression on the tuning half of the benchmark's questions. The first
/// weight stands alone, the others are of the <see cref="Signs"/> in their order. One in twenty answers counts as none.
/// </summary>
static class Certainty
{
    static readonly double[] ByWords = [-2.56, 5.91, -1.72, -3.71, 3.12, 2.66, 0.48, 1.77];

    // The regression's own first weight was -5.22, before names in a question refused some of them, too.
    static readonly double[] ByMeaning = [-5.07, 4.61, -1.33, -2.97, 2.96, 2.74, -1.18, 2.01, 3.77, 3.33];

    /// <summary>So many words that no article has bring the sum of rarities to 1.</summary>
    const double ManyWords = 3.36;

    /// <summary>The rarity of a word that none of the benchmark's articles has. With fewer articles, a single word says more.</summary>
    const double UsualRarest = 5.95;

    /// <summary>Whether there is an answer. A list of filters needs no other sign.</summary>
    public static bool IsAnswered(SearchResults results) => results switch
    {
        { Ranked: [] } => false,
        { Question.HasSubject: false } or { Terms: [] } => true,
        { AverageCosine: null } => Score(results, ByWords) >= 0,
        _ => Score(results, ByMeaning) >= 0,
    };

    /// <summary>What tells an answer from something that is only near, each from 0 to about 1.</summary>
    public static IReadOnlyList<double> Signs(SearchResults results)
    {
        var (best, terms) = (results.Ranked.MaxBy(one => one.Score)!, results.Terms);
        var all = Math.Max(terms.Sum(term => term.Rarity), 1e-9);
        var unknown = terms.Where(term => term.Forms.Count == 0 || term.IsCorrected).Sum(term => term.Rarity) / all;
        var many = ManyWords * results.RarestWord;
        var few = Math.Min(results.RarestWord / UsualRarest, 1) / Math.Max(terms.Count, 1);
        var has = best.Terms.Sum(term => term.Rarity);
        var second = results.Ranked.Where(one => one != best).Select(one => one.Score).DefaultIfEmpty().Max();
        return
        [
            best.Share, unknown, few, has / many, (all - has) / many, best.Neighbors,
            best.Score - second, best.Cosine, best.Cosine - (results.AverageCosine ?? 0),
        ];
    }

    static double Score(SearchResults results, double[] weights) =>
        weights[0] + Signs(results).Zip(weights.Skip(1), (sign, weight) => sign * weight).Sum();
}
