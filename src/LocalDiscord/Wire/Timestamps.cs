using System.Globalization;

namespace LocalDiscord.Wire;

/// <summary>ISO 8601 with microseconds and an offset, as in all of the documentation's examples.</summary>
static class Timestamps
{
    public static string Write(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static bool IsTimestamp(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && text.Length >= "2026-08-05".Length && text[4] == '-' && text[7] == '-';
}
