using System.Buffers;
using System.Globalization;
using System.Text;

namespace News.Reading;

/// <summary>Text as YAML on one line, which any YAML reader reads back as that text.</summary>
static class YamlText
{
    /// <summary>What some YAML readers take for something else than text.</summary>
    static readonly string[] NoText = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

    static readonly SearchValues<char> ToQuoteSimply = SearchValues.Create('\\', '"');

    /// <summary>Without quotes where no reader could take it for anything else; in single quotes where that saves backslashes.</summary>
    public static string Written(string text)
    {
        if (IsPlain(text))
            return text;
        return text.AsSpan().ContainsAny(ToQuoteSimply) && !text.Any(IsEscaped)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : Quoted(text);
    }

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character == '\n')
                quoted.Append("\\n");
            else if (character == '\t')
                quoted.Append("\\t");
            else if (IsEscaped(character))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Text as a comment to the end of its line: what would end it, or could not be seen in it, is left out.</summary>
    public static string Comment(string text) => string.Concat(text.Where(character => !IsEscaped(character))).Trim();

    /// <summary>Letters, digits and what joins them, beginning with a letter, or with a number and a unit.</summary>
    static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[^1] == ' ' || NoText.Contains(text, StringComparer.OrdinalIgnoreCase))
            return false;
        var isNumber = char.IsAsciiDigit(text[0]) && !(text.Contains(' ') && text.Any(char.IsAsciiLetter));
        return char.IsLetterOrDigit(text[0]) && !isNumber && text.All(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_' or '/' or '.');
    }

    /// <summary>What ends a line, can't be seen, or makes what follows be seen in another order.</summary>
    static bool IsEscaped(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
