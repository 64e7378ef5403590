using System.Collections.Frozen;

namespace News.Stories;

/// <summary>Letters without their accents, to compare. The runtime's normalisation is not there without ICU, which the program does without.</summary>
static class Accents
{
    /// <summary>The plain letter first.</summary>
    static readonly string[] Families =
    [
        "aàáâãäåāăąǎ", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏőǒ", "rŕŗř",
        "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųǔ", "wŵ", "yýÿŷ", "zźżž", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "её",
    ];

    static readonly FrozenDictionary<char, char> Plain = Families.SelectMany(family => family.Skip(1).Select(letter => (letter, family[0]))).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    /// <param name="text">In any case; wide forms of ASCII become ASCII too.</param>
    /// <returns>In lower case.</returns>
    public static string Without(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i]);
            plain[i] = Plain.GetValueOrDefault(letter, letter);
        }
    });
}
