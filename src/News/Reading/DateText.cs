using System.Globalization;

namespace News.Reading;

/// <summary>Dates as files write them: ISO 8601, with what people leave out.</summary>
static class DateText
{
    static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-M-d",
        "yyyy-M-d HH:mmK",
        "yyyy-M-d HH:mm:ssK",
        "yyyy-M-d HH:mm:ss.FFFFFFFK",
        "yyyy-M-d HH:mm K",
        "yyyy-M-d HH:mm:ss K",
    ];

    /// <summary>In UTC, which is assumed where no offset is written; null for what is not a date.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}
