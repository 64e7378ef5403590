using System.Buffers;

namespace Articles.Text;

/// <summary>
/// What is left of an English word without the endings of plurals and tenses: the first and the last step of Porter's algorithm
/// (<see href="https://tartarus.org/martin/PorterStemmer/def.txt"/>). The steps between them are left out: they would make "general"
/// and "generate" one word.
/// </summary>
public static class EnglishStem
{
    /// <summary>Shorter words have no endings: "his", "gas".</summary>
    const int Shortest = 4;

    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <param name="word">In lower case; words with other letters than a to z are returned as they are.</param>
    public static string Of(string word)
    {
        if (word.Length < Shortest || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        var stem = WithoutTense(WithoutPlural(word));
        if (stem.Length > 3 && stem.EndsWith('y') && !IsVowel(stem, stem.Length - 2))
            return $"{stem[..^1]}i";
        return stem.EndsWith('e') && (Measure(stem[..^1]) > 1 || (Measure(stem[..^1]) == 1 && !IsShort(stem[..^1])))
            ? WithoutDoubleL(stem[..^1])
            : WithoutDoubleL(stem);
    }

    static string WithoutPlural(string word)
    {
        if (!word.EndsWith('s') || word[^2] is 's' or 'u' or 'i')
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > 4 ? $"{word[..^3]}y" : word[..^1];
        return Ends(word, "sses", "shes", "ches", "xes", "zzes", "uses") && word.Length > 4 ? word[..^2] : word[..^1];
    }

    static string WithoutTense(string word)
    {
        var ending = Ends(word, "ied") && word.Length > 4 ? 3 : Ends(word, "ing") ? 3 : Ends(word, "ed") && !Ends(word, "eed") ? 2 : 0;
        if (ending == 0 || !HasVowel(word[..^ending]))
            return word;
        if (Ends(word, "ied"))
            return $"{word[..^3]}y";
        var stem = word[..^ending];
        if (Ends(stem, "at", "bl", "iz") || (Measure(stem) == 1 && IsShort(stem)))
            return $"{stem}e";
        return IsDouble(stem) && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
    }

    static string WithoutDoubleL(string stem) => stem.EndsWith('l') && IsDouble(stem) && Measure(stem) > 1 ? stem[..^1] : stem;

    static bool Ends(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    static bool IsDouble(string word) => word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    static bool HasVowel(string word) => word.AsSpan().ContainsAny(Vowels);

    /// <summary>How often a consonant follows a vowel.</summary>
    static int Measure(string word)
    {
        var count = 0;
        for (var i = 1; i < word.Length; i++)
            count += IsVowel(word, i - 1) && !IsVowel(word, i) ? 1 : 0;
        return count;
    }

    /// <summary>Whether it ends like "hop", so that "hoped" has lost an e.</summary>
    static bool IsShort(string word) =>
        word.Length > 2 && !IsVowel(word, word.Length - 3) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 1)
        && word[^1] is not ('w' or 'x' or 'y');

    static bool IsVowel(string word, int at) =>
        word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0 && !IsVowel(word, at - 1));
}
