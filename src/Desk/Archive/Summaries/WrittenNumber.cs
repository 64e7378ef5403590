using System.Globalization;
using System.Text;

namespace Desk.Archive.Summaries;

/// <summary>A number in digits, with the marks between them.</summary>
static class WrittenNumber
{
    /// <summary>Longer ones are compared digit by digit.</summary>
    const int MostDigits = 24;

    /// <summary>Its value, by the marks that set thousands or decimals apart; null if it is a time, a range, a date, a version.</summary>
    /// <remarks>Three digits behind a mark are thousands, unless only a zero is before it: 1.234 is 1,234.</remarks>
    public static decimal? Value(string written)
    {
        var digits = Ascii(written);
        if (digits.Any(mark => !char.IsAsciiDigit(mark) && mark is not (',' or '.' or '\'')) || digits.Length > MostDigits)
            return null;
        var groups = digits.Split(',', '.', '\'');
        var marks = digits.Where(mark => !char.IsAsciiDigit(mark)).ToList();
        if (marks is [])
            return Parse(digits);
        var isDecimal = marks[^1] is not '\''
            && (groups[^1].Length != 3 || groups[0] == "0" || (marks.Count > 1 && marks[^1] != marks[0]));
        var whole = isDecimal ? groups[..^1] : groups;
        var areThousands = whole.Length == 1 || (whole[0].Length <= 3 && whole.Skip(1).All(group => group.Length == 3)
            && marks.Take(whole.Length - 1).Distinct().Count() == 1);
        return areThousands ? Parse(string.Concat(whole) + (isDecimal ? "." + groups[^1] : "")) : null;
    }

    /// <summary>A value as it is compared.</summary>
    public static string Key(decimal value) => (value / 1.0000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>Any script's digits as ASCII, without zeros before a number.</summary>
    public static string Digits(string written) => string.Concat(Ascii(written).Select((mark, at) => (Mark: mark, At: at))
        .Where(one => one.Mark != '0' || !IsLeading(Ascii(written), one.At))
        .Select(one => one.Mark));

    static bool IsLeading(string digits, int at) =>
        (at == 0 || !char.IsAsciiDigit(digits[at - 1])) && at + 1 < digits.Length && char.IsAsciiDigit(digits[at + 1]);

    static decimal? Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    static string Ascii(string written)
    {
        var ascii = new StringBuilder(written.Length);
        foreach (var mark in written)
            ascii.Append(char.IsDigit(mark) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(mark)) : mark);
        return ascii.ToString();
    }
}
