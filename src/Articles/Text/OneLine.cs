using System.Buffers;
using System.Globalization;
using System.Text;

namespace Articles.Text;

/// <summary>
/// Text from files, and names of files, for a terminal or a log: what would start a new line, move the cursor or reverse the direction
/// of writing is shown as <c>\n</c> or <c>\u001B</c>, so that no text can pass for a line of ours.
/// </summary>
public static class OneLine
{
    static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Range(0x00, 0x1F), .. Range(0x7F, 0x9F), .. Range(0x200E, 0x200F), .. Range(0x2028, 0x202E), .. Range(0x2066, 0x2069)]);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;
        var line = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (!Special.Contains(character))
                line.Append(character);
            else if (character is '\n' or '\r' or '\t')
                line.Append('\\').Append(character switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            else
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }

        return line.ToString();
    }

    static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
