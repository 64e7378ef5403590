using System.Buffers;
using System.Globalization;
using System.Text;

namespace Articles;

/// <summary>Names in the form in which they are compared, and in which they name files.</summary>
public static class Slug
{
    /// <summary>These tell names apart, although Unicode counts them as punctuation: C# and C, R&amp;D and RD.</summary>
    const string Telling = "#&@*%§¶†‡‰";

    /// <summary>
    /// Lower case letters, digits and symbols. Spaces and other punctuation become one hyphen between words, and nothing beside a symbol:
    /// <c>R &amp; D</c> is <c>R&amp;D</c>.
    /// </summary>
    /// <returns>Empty for a name of spaces and punctuation only.</returns>
    public static string Of(string name) => Of(name, keepsSymbols: true);

    /// <summary>Only lower case letters and digits, joined by hyphens.</summary>
    public static string OfWords(string text) => Of(text, keepsSymbols: false);

    static string Of(string name, bool keepsSymbols)
    {
        var slug = name.Length <= 128 ? stackalloc char[128] : new char[name.Length];
        var length = 0;
        var isAfterSymbol = false;
        for (var at = 0; at < name.Length;)
        {
            if (Rune.DecodeFromUtf16(name.AsSpan(at), out var rune, out var read) is not OperationStatus.Done)
                rune = Rune.ReplacementChar;
            at += read;
            if (IsOfWord(rune))
            {
                length += Rune.ToLowerInvariant(rune).EncodeToUtf16(slug[length..]);
                isAfterSymbol = false;
            }
            else if (keepsSymbols && IsSymbol(rune))
            {
                length = slug[..length].TrimEnd('-').Length;
                length += rune.EncodeToUtf16(slug[length..]);
                isAfterSymbol = true;
            }
            else if (keepsSymbols && !isAfterSymbol && IsLeadingDot(rune, name, at))
            {
                slug[length++] = '.';
            }
            else if (length > 0 && slug[length - 1] != '-' && !isAfterSymbol && !IsPresentation(rune))
            {
                slug[length++] = '-';
            }
        }

        return slug[..length].TrimEnd('-').ToString();
    }

    static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && !IsPresentation(rune));

    /// <summary>Emoji are symbols too. Tags tell the flags of regions apart, and enclosing marks a key from its digit.</summary>
    static bool IsSymbol(Rune rune) => rune != Rune.ReplacementChar && (Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.OtherSymbol or UnicodeCategory.EnclosingMark
        || rune.Value is >= 0xE0020 and <= 0xE007F
        || (rune.IsBmp && Telling.Contains((char)rune.Value, StringComparison.Ordinal)));

    /// <summary>The dot of <c>.NET</c>, unlike the one in <c>ASP.NET</c> or at the end of a sentence.</summary>
    static bool IsLeadingDot(Rune rune, string name, int after) =>
        rune.Value == '.' && after < name.Length
        && char.IsLetterOrDigit(name[after]) && (after < 2 || char.IsWhiteSpace(name[after - 2]) || name[after - 2] == '-');

    /// <summary>Whether it only chooses between a text and a picture for the character before it.</summary>
    static bool IsPresentation(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;
}
