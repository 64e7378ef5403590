using System.Buffers;
using System.Globalization;
using System.Text;
using Articles.Text;

namespace Desk.Archive;

/// <summary>The words of a text as SQLite's tokenizer <c>unicode61</c> finds them: letters and digits, lower case, no accents.</summary>
static class IndexWords
{
    public static IEnumerable<string> Of(string text)
    {
        var folded = FoldedText.Of(text);
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (Rune.DecodeFromUtf16(folded.AsSpan(end), out var rune, out var length) is OperationStatus.Done && IsOfWord(rune))
                end += length;
            if (end > start)
                yield return folded[start..end];
            start = end + 1;
        }
    }

    static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark;
}

/// <summary>The stems of an article with their places, as PostgreSQL writes a <c>tsvector</c>.</summary>
sealed class WordVector
{
    /// <summary>PostgreSQL knows no later place, and no more places of one word.</summary>
    const int LastPlace = 16_383, MostPlaces = 255;

    /// <summary>Longer words are none that anybody searches for, and PostgreSQL doesn't store them.</summary>
    const int LongestWord = 200;

    readonly Dictionary<string, List<(int Place, char Letter)>> places = [];
    int place = 1;

    /// <param name="letter">Which part of the article the text is, from A for the most important to D.</param>
    public void Add(char letter, string text)
    {
        foreach (var word in IndexWords.Of(text).Where(word => word.Length <= LongestWord))
        {
            var stem = EnglishStem.Of(word);
            if (!places.TryGetValue(stem, out var found))
                places[stem] = found = [];
            if (found.Count < MostPlaces)
                found.Add((Math.Min(place, LastPlace), letter));
            place++;
        }

        // The end of one text and the beginning of the next are no phrase.
        place++;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (word, found) in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"'{word}':");
            text.AppendJoin(',', found.Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.Place}{at.Letter}"))).Append(' ');
        }

        return text.ToString();
    }
}
