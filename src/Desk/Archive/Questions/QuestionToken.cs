using System.Text.RegularExpressions;
using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>A word of a question.</summary>
/// <param name="Word">Folded: lower case, without accents.</param>
/// <param name="Start">Where it starts in the folded text, in characters.</param>
/// <param name="End">Behind its last character.</param>
readonly partial record struct QuestionToken(string Word, int Start, int End)
{
    /// <summary>A word may hold marks, as in "c++", "theverge.com", "2021-09-30" or "d'octobre".</summary>
    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:[.'’_/-][\p{L}\p{N}\p{M}]+)*[#+]*", RegexOptions.CultureInvariant)]
    static partial Regex Words { get; }

    /// <param name="folded">See <see cref="FoldedText.Of"/>.</param>
    /// <param name="most">How many words are read; the rest is not.</param>
    public static IReadOnlyList<QuestionToken> Of(string folded, int most) =>
        [.. Words.Matches(folded).Take(most).SelectMany(match => Parts(new(match.Value, match.Index, match.Index + match.Length)))];

    /// <summary>"Mid-July" is two words, "Jan-Mar" and "20-24" are three. Other words with hyphens are one, as "read-only".</summary>
    static IEnumerable<QuestionToken> Parts(QuestionToken token)
    {
        if (token.Word.Split('-') is not [var first, var last])
            return [token];
        var (end, start) = (token.Start + first.Length, token.End - last.Length);
        if ((TimeWords.IsMonth(first) && TimeWords.IsMonth(last)) || (TimeWords.IsDay(first) && TimeWords.IsDay(last)))
            return [new(first, token.Start, end), new("to", end, start), new(last, start, token.End)];
        return (TimeWords.IsPart(first) && TimeWords.IsMonth(last)) || (TimeWords.IsMonth(first) && TimeWords.IsYear(last))
            ? [new(first, token.Start, end), new(last, start, token.End)]
            : [token];
    }
}
