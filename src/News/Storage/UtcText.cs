using System.Globalization;

namespace News.Storage;

/// <summary>Times as the database keeps them: UTC, milliseconds, one width, so that text order is time order.</summary>
static class UtcText
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
