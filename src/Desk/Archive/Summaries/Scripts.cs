namespace Desk.Archive.Summaries;

/// <summary>The scripts of words. Those without capitals don't show which words are names.</summary>
static class Scripts
{
    const int Other = 0, Latin = 1, Greek = 2, Cyrillic = 3;

    /// <summary>A word of several scripts looks like a word that it is not.</summary>
    public static bool IsOneWithCapitals(string word) => Of(word) is [not Other];

    /// <summary>Whether the text has a word in the script of the word.</summary>
    public static bool IsAmong(string word, string text) =>
        Of(word) is [var only] && text.Any(letter => char.IsLetter(letter) && Of(letter) == only);

    static List<int> Of(string word) => [.. word.Where(char.IsLetter).Select(Of).Distinct()];

    static int Of(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Latin,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Greek,
        >= '\u0400' and <= '\u052F' => Cyrillic,
        _ => Other,
    };
}
