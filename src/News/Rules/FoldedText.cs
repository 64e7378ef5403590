using System.Globalization;
using System.Text;
using News.Stories;

namespace News.Rules;

/// <summary>Text as words are compared: lower case, without accents, and every run of white space as one space.</summary>
static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            if (char.GetUnicodeCategory(lower) is UnicodeCategory.NonSpacingMark && Scripts.IsAccent(lower))
                continue;
            folded.Append(Accents.Without(lower));
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    /// <summary>Whether the character belongs to a word that spaces or marks set apart. Chinese, Japanese, Korean, Thai and their neighbours set no words apart, or join endings to them.</summary>
    public static bool IsOfWord(char character) => (char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark) && !IsUnseparated(character);

    /// <summary>The words of folded text that are set apart.</summary>
    public static HashSet<string> Words(string folded)
    {
        var words = new HashSet<string>();
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && IsOfWord(folded[end]))
                end++;
            if (end > start)
                lookup.Add(folded.AsSpan(start, end - start));
            start = end + 1;
        }

        return words;
    }

    /// <summary>Whether the text holds the words with nothing joined to either end of them.</summary>
    public static bool HoldsWhole(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        for (var from = 0; text[from..].IndexOf(words, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
        {
            var start = from + at;
            var end = start + words.Length;
            if ((start == 0 || !IsOfWord(words[0]) || !IsOfWord(text[start - 1])) && (end == text.Length || !IsOfWord(words[^1]) || !IsOfWord(text[end])))
                return true;
        }

        return false;
    }

    static bool IsUnseparated(char character) =>
        character is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u11FF' or >= '\u1780' and <= '\u17FF' or >= '\u2E80' and <= '\uABFF' and not (>= '\uA640' and <= '\uA7FF') or >= '\uAC00' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9F';
}
