using Articles.Text;

namespace Desk.Archive.Search;

/// <summary>A sentence of an article.</summary>
/// <param name="Text">Exactly as it stands there.</param>
/// <param name="Article">The id of the article.</param>
public sealed record Quote(string Text, long Article);

/// <summary>Chooses the sentences that say most about a question. Nothing is worded anew.</summary>
static class AnswerSentences
{
    /// <summary>In characters; a longer sentence is no answer for a chat.</summary>
    const int Longest = 400;

    /// <summary>An article this much worse than the best is not quoted.</summary>
    public const double Tolerance = 0.12;

    /// <summary>The second sentence must say something that the first doesn't.</summary>
    const double LeastNew = 0.15;

    /// <summary>Of a number in the answer to "how many".</summary>
    const double Number = 0.3;

    /// <param name="results">The best first.</param>
    /// <param name="asksForNumber">Rather a sentence with a number, which may be the headline.</param>
    /// <returns>One or two; none if no article has a sentence.</returns>
    public static IReadOnlyList<Quote> Of(IReadOnlyList<QueryTerm> terms, IReadOnlyList<Ranked> results, bool asksForNumber)
    {
        if (results is [])
            return [];
        var sentences = results
            .TakeWhile(ranked => ranked.Score >= results[0].Score - Tolerance)
            .Take(3)
            .SelectMany((ranked, rank) => Scored(ranked.Candidate, rank, terms, asksForNumber))
            .ToList();
        if (sentences.MaxBy(sentence => sentence.Score) is not { } best)
            return [];
        var least = LeastNew * terms.Sum(term => term.Rarity);
        var second = sentences
            .Where(sentence => sentence.Quote.Text != best.Quote.Text)
            .Where(sentence => sentence.Terms.Except(best.Terms).Sum(term => term.Rarity) >= least)
            .MaxBy(sentence => sentence.Score);
        return second is null ? [best.Quote] : [best.Quote, second.Quote];
    }

    /// <summary>
    /// The sentences below an article's excerpt that say most about a question, in the order in which they stand there; the first ones
    /// without a question.
    /// </summary>
    public static IReadOnlyList<string> Passages(IReadOnlyList<QueryTerm> terms, Candidate article, int most) =>
        [.. Scored(article, rank: 0, terms, asksForNumber: false)
            .Select(sentence => (sentence.Quote.Text, sentence.Score))
            .Where(sentence => !article.Excerpt.Contains(sentence.Text, StringComparison.Ordinal))
            .Index()
            .OrderByDescending(sentence => sentence.Item.Score)
            .Take(most)
            .OrderBy(sentence => sentence.Index)
            .Select(sentence => sentence.Item.Text)];

    static IEnumerable<Sentence> Scored(Candidate article, int rank, IReadOnlyList<QueryTerm> terms, bool asksForNumber)
    {
        var all = terms.Sum(term => term.Rarity);
        string[] title = asksForNumber && article.Title.Any(char.IsDigit) ? [article.Title] : [];
        return Sentences.Of(article.Excerpt).Concat(title).Concat(Sentences.Of(BodyText.Plain(article.Body)))
            .Where(text => text.Length <= Longest)
            .Select((text, place) =>
            {
                var stems = CandidateWords.Stems(text).ToHashSet();
                var has = terms.Where(term => term.Forms.Any(form => form.All(word => stems.Contains(EnglishStem.Of(word))))).ToList();
                var share = all > 0 ? has.Sum(term => term.Rarity) / all : 0;
                // The beginning of an article says what it is about.
                var score = share + (0.3 / (1 + place)) + (Sentences.IsWhole(text) ? 0.2 : 0) - (0.25 * rank)
                    + (asksForNumber && text.Any(char.IsDigit) ? Number : 0);
                return new Sentence(new(text, article.Id), score, has);
            });
    }

    sealed record Sentence(Quote Quote, double Score, IReadOnlyList<QueryTerm> Terms);
}
