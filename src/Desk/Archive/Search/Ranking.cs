namespace Desk.Archive.Search;

/// <summary>Orders candidates by how well they fit a question.</summary>
static class Ranking
{
    /// <param name="cosines">The similarity of articles in meaning; empty if it is not known.</param>
    /// <returns>The best first.</returns>
    public static IReadOnlyList<Ranked> Of(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<QueryTerm> terms,
        Vocabulary vocabulary,
        IReadOnlyDictionary<long, double> indexed,
        IReadOnlyDictionary<long, double> cosines,
        DateTimeOffset now)
    {
        var best = Math.Max(indexed.Values.DefaultIfEmpty().Max(), 1e-9);
        return [.. candidates
            .Select(candidate => Score(
                candidate, terms, vocabulary, indexed.GetValueOrDefault(candidate.Id) / best, cosines.GetValueOrDefault(candidate.Id), now))
            .OrderByDescending(ranked => ranked.Score)
            .ThenByDescending(ranked => ranked.Candidate.PublishedAt)
            .ThenByDescending(ranked => ranked.Candidate.Id)];
    }

    static Ranked Score(
        Candidate candidate, IReadOnlyList<QueryTerm> terms, Vocabulary vocabulary, double indexed, double cosine, DateTimeOffset now)
    {
        var words = new CandidateWords(candidate);
        var weights = terms.Select(words.Weight).ToList();
        var all = terms.Sum(term => term.Rarity);
        var share = all > 0 ? terms.Zip(weights, (term, weight) => term.Rarity * weight).Sum() / all : 0;
        var squares = terms.Sum(term => term.Rarity * term.Rarity);
        var rareShare = squares > 0 ? terms.Zip(weights, (term, weight) => term.Rarity * term.Rarity * weight).Sum() / squares : 0;
        var pairs = terms.Zip(terms.Skip(1)).ToList();
        var neighbors = pairs is [] ? 0 : (double)pairs.Count(pair => words.AreNeighbors(pair.First, pair.Second)) / pairs.Count;
        var titleShare = words.TitleShare(terms, vocabulary);
        var years = Math.Max(0, (now - candidate.PublishedAt).TotalDays) / 365;
        var score = (RankingWeights.Meaning * cosine)
            + (RankingWeights.Words * share)
            + (RankingWeights.RareWords * rareShare)
            + (RankingWeights.Neighbors * neighbors)
            + (RankingWeights.Title * titleShare)
            + (RankingWeights.Index * indexed)
            + (RankingWeights.Recency / (1 + years))
            + (RankingWeights.Quality * Math.Clamp(candidate.Quality ?? 0, 0, 100) / 100);
        return new(candidate, score, cosine, share, titleShare, neighbors, [.. terms.Where((_, at) => weights[at] > 0)]);
    }
}

/// <summary>A candidate with its score.</summary>
/// <param name="Cosine">The similarity in meaning, from -1 to 1.</param>
/// <param name="Share">Of the question's words, by rarity, from 0 to 1.</param>
/// <param name="TitleShare">How much of the title is in the question, from 0 to 1.</param>
/// <param name="Neighbors">Of the question's neighboring words, the share that are neighbors in the article.</param>
/// <param name="Terms">The words of the question that the article has.</param>
sealed record Ranked(
    Candidate Candidate,
    double Score,
    double Cosine,
    double Share,
    double TitleShare,
    double Neighbors,
    IReadOnlyList<QueryTerm> Terms);
