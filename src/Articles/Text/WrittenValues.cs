using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Articles.Text;

/// <summary>
/// Dates as files write them: every timestamp of RFC 3339 and of YAML 1.1, and ISO 8601's forms without seconds or with an offset
/// without a colon.
/// </summary>
static partial class WrittenDate
{
    /// <summary>The years that are read. What programs write for "no date" lies outside: 0001-01-01 and 9999-12-31.</summary>
    public const int FirstYear = 1970;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    /// <summary>For the schema. It uses only what every dialect of regular expressions knows.</summary>
    public const string Pattern = $@"^\s*(19[7-9][0-9]|20[0-9][0-9]|2100){AfterYear}";

    const string AfterYear =
        @"-([0-9]{1,2})-([0-9]{1,2})"
        + @"(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]*))?)?"
        + @"(?:[ \t]*(?:[Zz]|([+-])([0-9]{1,2})(?::?([0-9]{2}))?))?)?\s*$";

    /// <summary>Far more than a timestamp has. The expression's time grows with the square of the spaces in a text.</summary>
    const int MostCharacters = 500;

    /// <summary>Digits of a second that a date can keep.</summary>
    const int FractionDigits = 7;

    /// <summary>
    /// In UTC, which is assumed if no offset is written. Parts of a second beyond 100 ns are cut off, and a leap second counts as the
    /// second before it.
    /// </summary>
    /// <returns>No date with an error, which continues a sentence that starts with the field and its value.</returns>
    public static (DateTimeOffset? Date, string? Error) Read(string text)
    {
        text = text.Trim();
        var parts = text.Length <= MostCharacters ? Form().Match(text) : Match.Empty;
        var (year, month, day) = (Number(parts, 1), Number(parts, 2), Number(parts, 3));
        var (hour, minute, second) = (Number(parts, 4), Number(parts, 5), Number(parts, 6));
        var (offsetHours, offsetMinutes) = (Number(parts, 9), Number(parts, 10));
        var isDate = parts.Success && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        if (!isDate || hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59)
            return (null, "is not a date. Write 2026-08-14 or 2026-08-14T09:30Z.");
        if (year is < FirstYear or > LastYear)
            return (null, $"is not in the years {FirstYear} to {LastYear}. Write when it was published, such as 2026-08-14T09:30Z.");

        var isLeapSecond = second == 60;
        var offset = new TimeSpan(offsetHours, offsetMinutes, 0) * (parts.Groups[8].ValueSpan is "-" ? -1 : 1);
        var date = new DateTimeOffset(year, month, day, hour, minute, isLeapSecond ? 59 : second, TimeSpan.Zero) - offset;
        return isLeapSecond && date is not { Hour: 23, Minute: 59 }
            ? (null, "has a 60th second, which only the last minute of a day in UTC can have. Write a second from 0 to 59.")
            : (date.AddTicks(Fraction(parts.Groups[7].Value)), null);
    }

    /// <summary>0 if the part is left out.</summary>
    static int Number(Match parts, int group) => parts.Groups[group] is { Success: true } found
        ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture)
        : 0;

    static long Fraction(string digits) => digits.Length == 0
        ? 0
        : long.Parse(digits.PadRight(FractionDigits, '0').AsSpan(0, FractionDigits), CultureInfo.InvariantCulture);

    [GeneratedRegex($@"^\s*([0-9]{{4}}){AfterYear}")]
    private static partial Regex Form();
}

/// <summary>Links as files write them.</summary>
static class WrittenLink
{
    /// <summary>The most characters that one character becomes when it is percent-encoded.</summary>
    const int MostEscaped = 9;

    /// <summary>An http or https link. Error and warning continue a sentence that starts with the field and its value.</summary>
    /// <returns>No link with an error; a link with a warning or neither.</returns>
    public static (Uri? Link, string? Error, string? Warning) Read(string text)
    {
        var address = HostForm.Normalized(HiddenCharacters.Remove(HtmlText.Undecorated(text), out _).Trim());
        if (!Uri.TryCreate(address, UriKind.Absolute, out var link) || !IsWeb(link) || link.Host.Length == 0)
            return (null, "is not a link. Write the full address, such as https://example.com/story.", null);
        if (link.UserInfo.Length > 0)
            return (null, "contains a username or password. Remove everything between https:// and the @.", null);
        if (HostForm.HasReplaced(link.Host))
            return (null, "has a host in letters that browsers replace by others. Write the host that the browser shows.", null);
        if (address.Length > TextLimits.LinkLength / MostEscaped && link.AbsoluteUri.Length > TextLimits.LinkLength)
            return (null, $"is longer than {TextLimits.LinkLength} characters. Write the page's own address.", null);
        if (!Ascii.IsValid(link.Host) && Homographs.AsPunycode(link) is { } plain)
        {
            var shown = $"It is shown as {plain.Host}; make sure it's the right one.";
            return (plain, null, $"has a host that mixes scripts or imitates another one. {shown}");
        }

        return (link, null, link.Scheme == Uri.UriSchemeHttp ? "is not encrypted. Write https:// if the site supports it." : null);
    }

    static bool IsWeb(Uri link) => link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp;
}
