using Bot.Texts;

namespace Bot.Charts;

/// <summary>Lengths of time that people count in.</summary>
static class TimeStep
{
    static readonly TimeSpan[] Usual =
    [
        .. ((int[])[5, 10, 15, 30]).Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. ((int[])[1, 2, 3, 6, 12]).Select(hours => TimeSpan.FromHours(hours)),
        .. ((int[])[1, 2, 7, 14, 28, 56, 182, 364]).Select(days => TimeSpan.FromDays(days)),
    ];

    public static TimeSpan Shortest => Usual[0];

    /// <summary>The shortest of which a length of time has few enough.</summary>
    /// <param name="length">From 0.</param>
    /// <param name="most">How many there may be, the last one of them in part.</param>
    public static TimeSpan For(TimeSpan length, int most)
    {
        foreach (var step in Usual)
        {
            if (length.Ticks / step.Ticks < most)
                return step;
        }

        return Usual[^1] * ((length.Ticks / Usual[^1].Ticks / most) + 1);
    }

    /// <summary>A length of time in the largest unit of which the step is a multiple: 90 min by steps of 30 min, 3 h by hours.</summary>
    /// <param name="time">A multiple of the step.</param>
    public static string Text(TimeSpan time, TimeSpan step, ChartTexts words) => step switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => words.Days((int)time.TotalDays),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => words.Hours((int)time.TotalHours),
        _ => words.Minutes((int)time.TotalMinutes),
    };

    /// <summary>The length of time, rounded up: to minutes below two hours, to hours below two days, to days above.</summary>
    public static string Rounded(TimeSpan time, ChartTexts words) => time switch
    {
        { TotalMinutes: < 120 } => words.Minutes((int)Math.Ceiling(time.TotalMinutes)),
        { TotalHours: < 48 } => words.Hours((int)Math.Ceiling(time.TotalHours)),
        _ => words.Days((int)Math.Ceiling(time.TotalDays)),
    };
}
