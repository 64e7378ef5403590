namespace News.Rules;

/// <summary>A channel's own hours, as instants. An hour that the clocks skip is that much later; of one that comes twice, both are found.</summary>
readonly struct LocalTimes(string id)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>Clocks that are wrong by millennia are taken to be at the calendar's end, so that sums stay within it.</summary>
    public static DateTimeOffset Sane(DateTimeOffset time) =>
        time.UtcDateTime.Year is > 1 and < 9990 ? time.ToUniversalTime() : new(time.UtcDateTime.Year <= 1 ? 2 : 9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTime Local(DateTimeOffset time) => time.UtcDateTime + zone.GetUtcOffset(time);

    /// <summary>The first instant after this one at which clocks show the time.</summary>
    /// <param name="onlyOn">The day of the week; null for every day.</param>
    /// <param name="isOnceADay">Whether only the first of an hour that comes twice counts.</param>
    public DateTimeOffset Next(DateTimeOffset after, TimeOnly time, DayOfWeek? onlyOn = null, bool isOnceADay = true)
    {
        // From the day before, since a skipped hour of yesterday may be today's.
        var today = Local(after).Date;
        for (var day = -1; ; day++)
        {
            var local = today.AddDays(day) + time.ToTimeSpan();
            if (onlyOn is { } wanted && local.DayOfWeek != wanted)
                continue;
            var (early, late) = Instants(local);
            if (early > after)
                return early;
            if (late > after && !isOnceADay)
                return late;
        }
    }

    /// <summary>The next full hour of clocks, of which a few are half an hour off.</summary>
    public DateTimeOffset NextHour(DateTimeOffset after)
    {
        const long quarter = TimeSpan.TicksPerHour / 4;
        var next = new DateTimeOffset(((after.UtcTicks / quarter) + 1) * quarter, TimeSpan.Zero);
        for (var quarters = 0; quarters < 12; quarters++)
        {
            if (Local(next).Ticks % TimeSpan.TicksPerHour == 0)
                return next;
            next = next.AddTicks(quarter);
        }

        // Before zones were invented, towns were off by seconds.
        return after.AddHours(1);
    }

    /// <summary>When clocks show it: once, twice, or in a skipped hour as if they had not been put forward.</summary>
    (DateTimeOffset Early, DateTimeOffset Late) Instants(DateTime local)
    {
        var asIf = new DateTimeOffset(local, TimeSpan.Zero);
        var (before, after) = (asIf - zone.GetUtcOffset(asIf.AddDays(-1)), asIf - zone.GetUtcOffset(asIf.AddDays(1)));
        var (isBefore, isAfter) = (Local(before) == local, Local(after) == local);
        return (isBefore, isAfter) switch
        {
            (true, true) => before <= after ? (before, after) : (after, before),
            (false, true) => (after, after),
            _ => (before, before),
        };
    }
}
