using System.Globalization;

namespace Desk.Database;

/// <summary>Times as the database stores them: in UTC, to the millisecond, and all of the same length, so that they sort as text.</summary>
static class UtcText
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
