using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>When articles are published that are to be news: the bot runs on the real clock, and old articles aren't news.</summary>
static class Yesterday
{
    static readonly DateTime Start = DateTime.UtcNow.Date.AddDays(-1);

    public static string Day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="minute">Since eight o'clock.</param>
    public static string At(int minute) =>
        Start.AddHours(8).AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
