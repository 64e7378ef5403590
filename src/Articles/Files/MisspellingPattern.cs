using System.Globalization;
using System.Text;

namespace Articles.Files;

/// <summary>
/// A regular expression for every word that <see cref="Text.Spelling.IsNear"/> takes for a misspelling of a name, so that a schema warns
/// of what the reader warns of. It is built by halves, which keeps it short: the misspellings with two typos have both in one half, or
/// one in each, or one that swaps the letters between the halves.
/// </summary>
static class MisspellingPattern
{
    /// <remarks>No known name may be near another one; a test holds that.</remarks>
    public static string Of(string name) => $"^{Near(name, name.Length < 6 ? 1 : 2)}$";

    /// <param name="typos">The most insertions, deletions, replacements and swaps of neighbors; at most 2.</param>
    static string Near(string word, int typos)
    {
        if (typos == 0)
            return AnyCase(word);
        if (word.Length <= 1)
            return word.Length == 0 ? $".{{0,{typos}}}" : NearLetter(word, typos);

        var (left, right) = (word[..(word.Length / 2)], word[(word.Length / 2)..]);
        var swapped = AnyCase($"{right[0]}{left[^1]}");
        var ways = new List<string>();
        for (var before = 0; before <= typos; before++)
        {
            ways.Add(Near(left, before) + Near(right, typos - before));
            if (before < typos)
                ways.Add(Near(left[..^1], before) + swapped + Near(right[1..], typos - 1 - before));
        }

        return $"(?:{string.Join('|', ways)})";
    }

    static string NearLetter(string letter, int typos)
    {
        var kept = AnyCase(letter);
        return typos == 1 ? $"(?:.?|{kept}.|.{kept})" : $"(?:.{{0,2}}|{kept}..|.{kept}.|..{kept})";
    }

    static string AnyCase(string word)
    {
        var pattern = new StringBuilder();
        foreach (var letter in word)
        {
            if (char.IsAsciiLetter(letter))
                pattern.Append(CultureInfo.InvariantCulture, $"[{char.ToLowerInvariant(letter)}{char.ToUpperInvariant(letter)}]");
            else
                pattern.Append(letter);
        }

        return pattern.ToString();
    }
}
