namespace News.Rules;

/// <summary>A channel's own hours, as instants.</summary>
readonly struct LocalTimes(string id)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>Clocks that are wrong by millennia are taken to be at the calendar's end, so that sums stay within it.</summary>
    public static DateTimeOffset Sane(DateTimeOffset time) =>
        time.UtcDateTime.Year is > 1 and < 9990 ? time.ToUniversalTime() : new(time.UtcDateTime.Year <= 1 ? 2 : 9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTime Local(DateTimeOffset time) => time.UtcDateTime + zone.GetUtcOffset(time);

    /// <summary>The first instant after this one at which clocks show the time: once a day, so of an hour that comes twice the first counts, and one that they skip is that much later.</summary>
    /// <param name="onlyOn">The day of the week; null for every day.</param>
    public DateTimeOffset NextOnce(DateTimeOffset after, TimeOnly time, DayOfWeek? onlyOn = null)
    {
        // From the day before, since a skipped hour of yesterday may be today's.
        var today = Local(after).Date;
        for (var day = -1; ; day++)
        {
            var local = today.AddDays(day) + time.ToTimeSpan();
            if (onlyOn is { } wanted && local.DayOfWeek != wanted)
                continue;
            if (Instants(local).Early is var instant && instant > after)
                return instant;
        }
    }

    /// <summary>The first instant after this one at which clocks show the time, each time that they do, or are put forward over it.</summary>
    public DateTimeOffset NextShown(DateTimeOffset after, TimeOnly time)
    {
        var today = Local(after).Date;
        for (var day = -1; ; day++)
        {
            var local = today.AddDays(day) + time.ToTimeSpan();
            var (early, late) = Instants(local);
            if (Local(early) != local)
                early = late = PutForward(early, local);
            if (early > after)
                return early;
            if (late > after)
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

    /// <summary>The instant at which clocks first show a time beyond one that they skip, found by halves, to the second.</summary>
    DateTimeOffset PutForward(DateTimeOffset beyond, DateTime skipped)
    {
        var (before, past) = (beyond.AddDays(-2), beyond);
        while (past - before > TimeSpan.FromSeconds(1))
        {
            var middle = before.AddSeconds((long)(past - before).TotalSeconds / 2);
            if (Local(middle) < skipped)
                before = middle;
            else
                past = middle;
        }

        return past;
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
