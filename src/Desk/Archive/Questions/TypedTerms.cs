using System.Text;
using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>What was typed in double quotes or behind a minus, apart from the rest.</summary>
static class TypedTerms
{
    /// <summary>More would hardly narrow the results.</summary>
    const int Most = 16;

    /// <returns>The text without the terms, and the terms, folded.</returns>
    public static (string Text, IReadOnlyList<string> Phrases, IReadOnlyList<string> Without) Of(string typed)
    {
        var (rest, phrases, without) = (new StringBuilder(), new List<string>(), new List<string>());
        for (var at = 0; at < typed.Length;)
        {
            var isUnwanted = typed[at] == '-' && (at == 0 || char.IsWhiteSpace(typed[at - 1]));
            var start = isUnwanted ? at + 1 : at;
            var isPhrase = start < typed.Length && typed[start] == '"' && typed.IndexOf('"', start + 1) > start;
            if (!isUnwanted && !isPhrase)
            {
                rest.Append(typed[at++]);
                continue;
            }

            var end = isPhrase ? typed.IndexOf('"', start + 1) : start;
            while (!isPhrase && end < typed.Length && !char.IsWhiteSpace(typed[end]))
                end++;
            Note(isUnwanted ? without : phrases, isPhrase ? typed[(start + 1)..end] : typed[start..end]);
            rest.Append(' ');
            at = isPhrase ? end + 1 : end;
        }

        return (rest.ToString(), phrases, without);
    }

    static void Note(List<string> terms, string words)
    {
        if (terms.Count < Most && words.Any(char.IsLetterOrDigit))
            terms.Add(FoldedText.Of(words));
    }
}
