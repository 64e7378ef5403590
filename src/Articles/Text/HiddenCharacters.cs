using System.Buffers;
using System.Text;

namespace Articles.Text;

/// <summary>
/// Characters that no reader sees. Control characters and those that reverse the direction of writing can change what is read, so
/// they are worth a warning; spaces and hyphens of no width are removed without one. Joiners stay: emoji and several scripts need them.
/// </summary>
static class HiddenCharacters
{
    const string NoWidth = "\u00AD\u180E\u200B\u2060\u2061\u2062\u2063\u2064\uFEFF\uFFF9\uFFFA\uFFFB";

    /// <summary>What the bytes 80 to 9F mean on Windows. In Unicode these are control characters, and feeds mix them up.</summary>
    const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    static readonly SearchValues<char> Hidden = SearchValues.Create(All());

    /// <summary>Fast to search for, and most texts are ASCII.</summary>
    static readonly SearchValues<char> HiddenInAscii = SearchValues.Create([.. All().Where(char.IsAscii)]);

    /// <param name="removed">The index in the text of the first one that is worth a warning; null if there is none.</param>
    public static string Remove(string text, out int? removed)
    {
        removed = null;
        var isAscii = Ascii.IsValid(text);
        if (!text.AsSpan().ContainsAny(HiddenInAscii) && (isAscii || !(MayHaveHidden(text) || HasHalfPair(text))))
            return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(character).Append(text[++i]);
            else if (character is >= '\u0080' and <= '\u009F' && Windows1252[character - 0x80] is not '\0' and var meant)
                clean.Append(meant);
            else if (char.IsSurrogate(character) || Hidden.Contains(character))
                removed ??= NoWidth.Contains(character, StringComparison.Ordinal) ? null : i;
            else
                clean.Append(character);
        }

        return clean.ToString();
    }

    /// <summary>
    /// Whether one beyond ASCII may be there. A few simple searches take a fraction of the time of one for <see cref="Hidden"/>, for
    /// which .NET needs processor instructions that a native program can't count on. A test checks that none is left out.
    /// </summary>
    static bool MayHaveHidden(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0080', '\u009F')
        || text.ContainsAny('\u00AD', '\u180E', '\u200B')
        || text.ContainsAnyInRange('\u202A', '\u202E')
        || text.ContainsAnyInRange('\u2060', '\u206F')
        || text.ContainsAnyInRange('\uFFF9', '\uFFFB')
        || text.ContainsAny('\uFEFF', '\uFFFE', '\uFFFF');

    static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0 && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        {
            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return at >= 0;
    }

    internal static char[] All() =>
    [
        .. Range(0x00, 0x08), .. Range(0x0B, 0x0C), .. Range(0x0E, 0x1F), .. Range(0x7F, 0x9F),
        .. Range(0x202A, 0x202E), .. Range(0x2066, 0x206F), .. Range(0xFFFE, 0xFFFF), .. NoWidth,
    ];

    static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
