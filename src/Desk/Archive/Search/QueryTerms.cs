using Desk.Archive.Questions;

namespace Desk.Archive.Search;

/// <summary>Looks the words of a question up in the archive's vocabulary.</summary>
static class QueryTerms
{
    /// <summary>How many words may stand for a misspelt one. Which of them was meant shows in the articles.</summary>
    const int MostCorrections = 3;

    /// <summary>A correction that is so much less likely than the best is none.</summary>
    const double Tolerance = 0.6;

    /// <param name="isInText">Whether an article has the word anywhere.</param>
    /// <param name="knownWords">A word that somebody spelled right isn't corrected, even if no article has it.</param>
    /// <param name="isForeign">Whether the question is in another language than the archive: its words are not misspelt.</param>
    public static IReadOnlyList<QueryTerm> Of(
        Question question,
        Vocabulary vocabulary,
        Func<string, bool> isInText,
        KnownWords knownWords,
        bool isForeign)
    {
        var words = question.Words;
        var terms = new List<QueryTerm>();
        for (var at = 0; at < words.Count; at++)
        {
            var isUnfinished = question.IsUnfinished && at == words.Count - 1;
            var term = Of(words[at], vocabulary, isInText, knownWords, isForeign) with
            {
                IsUnfinished = isUnfinished,
                IsName = question.Names.Contains(words[at]),
            };
            // "share point" is written as one word, too.
            if (at + 1 < words.Count && vocabulary.Knows(words[at] + words[at + 1]))
                term = term with { Forms = [.. term.Forms, [words[at] + words[at + 1]]] };
            terms.Add(term);
        }

        return terms;
    }

    /// <summary>The text of the question with its misspelt words corrected, for those who read meaning.</summary>
    public static string Meant(this Question question, IReadOnlyList<QueryTerm> terms) => terms
        .Where(term => term.IsCorrected && term.Forms.Count > 0)
        .Aggregate(question.Text, (text, term) => text.Replace(term.Word, term.Meant, StringComparison.Ordinal));

    static QueryTerm Of(string word, Vocabulary vocabulary, Func<string, bool> isInText, KnownWords knownWords, bool isForeign)
    {
        var rarity = vocabulary.Rarity(word);
        if (vocabulary.Knows(word))
            return new(word, WithSplit([[word]], word, vocabulary), rarity, IsCorrected: false);
        if (isInText(word))
            return new(word, [[word]], rarity, IsCorrected: false);
        if (isForeign || word.Any(char.IsAsciiDigit))
            return new(word, [], rarity, IsCorrected: false);
        var isRight = knownWords.Has(word);
        IReadOnlyList<Correction> corrections = [.. vocabulary.Corrections(word, MostCorrections)
            .Where(correction => !isRight || IsForm(correction.Word, word))];
        var forms = corrections
            .Where(correction => correction.Cost <= corrections[0].Cost + Tolerance)
            .Select(IReadOnlyList<string> (correction) => [correction.Word]);
        // Words that were written as one are likelier than two typos.
        if (!isRight && vocabulary.Split(word) is { } parts && (corrections is [] || corrections[0].Distance > 1))
        {
            rarity = Math.Max(vocabulary.Rarity(parts.First), vocabulary.Rarity(parts.Second));
            return new(word, [[parts.First, parts.Second], .. forms], rarity, IsCorrected: true);
        }

        return new(word, [.. forms], rarity, IsCorrected: true);
    }

    /// <summary>"Show" for "shown", but neither "expose" for "expense" nor "sea" for "seal".</summary>
    static bool IsForm(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.StartsWith(shorter, StringComparison.Ordinal)
            && longer[shorter.Length..] is "n" or "s" or "es" or "r" or "er" or "d" or "ed" or "st" or "est" or "ing" or "ly";
    }

    static IReadOnlyList<IReadOnlyList<string>> WithSplit(IReadOnlyList<IReadOnlyList<string>> forms, string word, Vocabulary vocabulary) =>
        word.Length >= 6 && vocabulary.Split(word) is { } parts ? [.. forms, [parts.First, parts.Second]] : forms;
}
