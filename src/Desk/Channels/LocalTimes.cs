using NodaTime;
using NodaTime.Extensions;

namespace Desk.Channels;

/// <summary>The clocks of a channel's time zone. The zones come with NodaTime, so they don't depend on the machine.</summary>
readonly struct LocalTimes(string id)
{
    readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <summary>IANA ids, in no particular order.</summary>
    public static IReadOnlyCollection<string> Zones => DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>A clock that is wrong by millennia is moved to the calendar's edge, so that arithmetic can't overflow.</summary>
    public static DateTimeOffset Sane(DateTimeOffset time) => time.UtcDateTime.Year is > 1 and < 9990
        ? time.ToUniversalTime()
        : new(time.UtcDateTime.Year <= 1 ? 2 : 9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTime Local(DateTimeOffset time) => LocalOf(time).ToDateTimeUnspecified();

    /// <summary>
    /// The next instant at which clocks show the time, at most once a day: if clocks show it twice, the first counts;
    /// if they skip it, it moves as far as they do.
    /// </summary>
    /// <param name="onlyOn">The day of the week; null for every day.</param>
    public DateTimeOffset NextOnce(DateTimeOffset after, TimeOnly time, DayOfWeek? onlyOn = null)
    {
        // Start with yesterday: a time that clocks skipped late yesterday may fall on today.
        for (var day = LocalOf(after).Date.PlusDays(-1); ; day = day.PlusDays(1))
        {
            if (onlyOn is { } wanted && day.DayOfWeek != wanted.ToIsoDayOfWeek())
                continue;
            var instant = zone.AtLeniently(At(day, time)).ToInstant();
            if (InUtc(instant) is var found && found > after)
                return found;
        }
    }

    /// <summary>The next instant at which clocks show the time or jump over it; a time that they show twice counts twice.</summary>
    public DateTimeOffset NextShown(DateTimeOffset after, TimeOnly time)
    {
        for (var day = LocalOf(after).Date.PlusDays(-1); ; day = day.PlusDays(1))
        {
            var shown = zone.MapLocal(At(day, time));
            var (first, last) = shown.Count == 0
                ? (shown.LateInterval.Start, shown.LateInterval.Start)
                : (shown.First().ToInstant(), shown.Last().ToInstant());
            if (InUtc(first) > after)
                return InUtc(first);
            if (InUtc(last) > after)
                return InUtc(last);
        }
    }

    /// <summary>The next instant at which clocks show a full hour; some zones differ from UTC by half or quarter hours.</summary>
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

        // Before time zones existed, towns differed by seconds.
        return after.AddHours(1);
    }

    LocalDateTime LocalOf(DateTimeOffset time) => Instant.FromDateTimeOffset(time).InZone(zone).LocalDateTime;

    static LocalDateTime At(LocalDate day, TimeOnly time) => day.At(LocalTime.FromTimeOnly(time));

    static DateTimeOffset InUtc(Instant instant) => instant.ToDateTimeOffset();
}
