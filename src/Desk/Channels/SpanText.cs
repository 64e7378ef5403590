using System.Buffers;
using System.Globalization;

namespace Desk.Channels;

/// <summary>A length of time as people write it: <c>1 hour 30 minutes</c>, or <c>90m</c>.</summary>
static class SpanText
{
    static readonly (string Name, long Seconds)[] Units = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];

    static readonly SearchValues<char> NoLetters = SearchValues.Create(" 0123456789");

    /// <summary>More than any rule allows, and little enough that adding parts can't overflow.</summary>
    const long Most = 1_000_000L * 86_400;

    /// <summary>In whole seconds.</summary>
    public static string Of(TimeSpan span)
    {
        var (rest, parts) = ((long)span.TotalSeconds, new List<string>());
        foreach (var (name, seconds) in Units)
        {
            if (rest / seconds is > 0 and var count)
                parts.Add($"{count.ToString(CultureInfo.InvariantCulture)} {name}{(count == 1 ? "" : "s")}");
            rest %= seconds;
        }

        return parts.Count == 0 ? "0 minutes" : string.Join(' ', parts);
    }

    /// <summary>In whole days from a month on, in whole hours from a day on, and in whole minutes below; a negative span is none.</summary>
    public static string Rounded(TimeSpan span) => Of(span switch
    {
        { Ticks: < 0 } => TimeSpan.Zero,
        { TotalDays: > 30 } => TimeSpan.FromDays((long)span.TotalDays),
        { TotalDays: > 1 } => TimeSpan.FromHours((long)span.TotalHours),
        _ => TimeSpan.FromMinutes((long)span.TotalMinutes),
    });

    /// <summary>Null if the text is not a length of time; at most a million days.</summary>
    public static TimeSpan? Parse(string text)
    {
        var total = 0L;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
            return null;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 8)
                return null;
            var count = long.Parse(rest[..digits], CultureInfo.InvariantCulture);
            rest = rest[digits..].TrimStart();
            var letters = rest.IndexOfAny(NoLetters) is >= 0 and var end ? end : rest.Length;
            if (SecondsOf(rest[..letters].ToString().ToLowerInvariant()) is not { } seconds)
                return null;
            total = Math.Min(total + (count * seconds), Most);
            rest = rest[letters..].TrimStart();
        }

        return TimeSpan.FromSeconds(total);
    }

    static long? SecondsOf(string unit) => unit switch
    {
        "d" or "day" or "days" => 86_400,
        "h" or "hr" or "hrs" or "hour" or "hours" => 3_600,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        _ => null,
    };
}
