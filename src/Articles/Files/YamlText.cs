using System.Buffers;
using System.Globalization;
using System.Text;

namespace Articles.Files;

/// <summary>Text as YAML on one line that every YAML reader reads back as the same text.</summary>
public static class YamlText
{
    /// <summary>Words that some YAML readers take for something other than text.</summary>
    static readonly string[] NoText = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

    static readonly SearchValues<char> ToQuoteSimply = SearchValues.Create('\\', '"');

    /// <summary>Without quotes if every reader takes it for text; in single quotes if that saves backslashes.</summary>
    public static string Written(string text)
    {
        if (IsPlain(text))
            return text;
        return text.AsSpan().ContainsAny(ToQuoteSimply) && !text.Any(IsEscaped)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : Quoted(text);
    }

    /// <summary>In double quotes.</summary>
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

    /// <summary>The text of a comment, without characters that would end it or are invisible.</summary>
    public static string Comment(string text) => string.Concat(text.Where(character => !IsEscaped(character))).Trim();

    /// <summary>Letters, digits and what joins them, starting with a letter, or with a number and its unit.</summary>
    static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[^1] == ' ' || NoText.Contains(text, StringComparer.OrdinalIgnoreCase))
            return false;
        var isNumber = char.IsAsciiDigit(text[0]) && !(text.Contains(' ') && text.Any(char.IsAsciiLetter));
        return char.IsLetterOrDigit(text[0]) && !isNumber
            && text.All(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_' or '/' or '.');
    }

    /// <summary>Characters that end a line, are invisible, or change the order in which the rest is shown.</summary>
    static bool IsEscaped(char character) =>
        char.IsControl(character)
        || character is '\u2028' or '\u2029' or '\uFEFF' or '\u200E' or '\u200F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
