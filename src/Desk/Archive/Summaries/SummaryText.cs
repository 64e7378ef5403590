using System.Text;
using System.Text.RegularExpressions;

namespace Desk.Archive.Summaries;

/// <summary>A text in which different marks for the same are one, so that it can be compared.</summary>
static partial class SummaryText
{
    /// <summary>Apostrophes, hyphens, dashes between numbers, and spaces in their plainest form; numbers without spaces in them.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                '’' or 'ʼ' or '＇' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
                '\r' or '\n' => '\n',
                _ when char.IsWhiteSpace(character) => ' ',
                _ => character,
            });
        }

        return SpacedNumber().Replace(plain.ToString(), number => number.Value.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The numbers of sources in square brackets, as in <c>[1]</c> or <c>[1, 2]</c>.</summary>
    [GeneratedRegex(@"\[\s*[0-9]{1,4}(?:\s*,\s*[0-9]{1,4})*\s*\]")]
    public static partial Regex Citations();

    /// <summary>As in 1 234 567.</summary>
    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")]
    private static partial Regex SpacedNumber();
}
