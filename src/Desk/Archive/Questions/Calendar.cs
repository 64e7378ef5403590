namespace Desk.Archive.Questions;

/// <summary>The periods that people name by where they stand: "last week", "three days ago". In UTC; weeks start on Monday.</summary>
sealed class Calendar(DateTimeOffset now)
{
    /// <summary>A longer time than any archive holds.</summary>
    const int MostYears = 200;

    public DateOnly Today { get; } = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The whole day, week, … that lies so many before the current one.</summary>
    public Period Before(TimeMeaning unit, int count) => unit switch
    {
        TimeMeaning.Hour => Period.OfDay(DateOnly.FromDateTime(now.UtcDateTime.AddHours(-Most(count, 366 * 24)))),
        TimeMeaning.Day => Period.OfDay(Today.AddDays(-Most(count, 366))),
        TimeMeaning.Week => Week(-Most(count, 53)),
        TimeMeaning.Month => Period.OfMonth(Month(count).Year, Month(count).Month),
        TimeMeaning.Quarter => Period.OfQuarter(Month(count * 3).Year, ((Month(count * 3).Month - 1) / 3) + 1),
        TimeMeaning.Year => Period.OfYear(Today.Year - Most(count, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This is no unit of time."),
    };

    /// <summary>From so many units ago until now.</summary>
    public Period Past(TimeMeaning unit, int count) => new(
        unit switch
        {
            TimeMeaning.Hour => now.AddHours(-Most(count, 366 * 24)),
            TimeMeaning.Day => now.AddDays(-Most(count, 366)),
            TimeMeaning.Week => now.AddDays(-7.0 * Most(count, 53)),
            TimeMeaning.Month => now.AddMonths(-Most(count, 12)),
            TimeMeaning.Quarter => now.AddMonths(-3 * Most(count, 4)),
            _ => now.AddYears(-Most(count, 1)),
        },
        null);

    /// <summary>The last such day before today, or today.</summary>
    /// <param name="day">Monday is 1.</param>
    public Period Weekday(int day) => Period.OfDay(Today.AddDays(-((Number(Today.DayOfWeek) - day + 7) % 7)));

    /// <summary>The last such day before today.</summary>
    /// <inheritdoc cref="Weekday"/>
    public Period WeekdayBefore(int day) =>
        Number(Today.DayOfWeek) == day ? Period.OfDay(Today.AddDays(-7)) : Weekday(day);

    /// <summary>Saturday and Sunday of this week, or of one before.</summary>
    public Period Weekend(int back)
    {
        var saturday = Today.AddDays(6 - Number(Today.DayOfWeek) - (back * 7));
        return Period.OfDays(saturday, saturday.AddDays(2));
    }

    /// <summary>The last such season that has begun.</summary>
    public Period Season(int season) =>
        Period.OfSeason(new DateOnly(Today.Year, season * 3, 1) <= Today ? Today.Year : Today.Year - 1, season);

    /// <summary>The last such half of a year that has begun.</summary>
    /// <param name="half">1 or 2.</param>
    public Period Half(int half) => Period.OfHalf((half * 6) - 5 <= Today.Month ? Today.Year : Today.Year - 1, half);

    /// <summary>The last such quarter that has begun.</summary>
    /// <param name="quarter">1 to 4.</param>
    public Period Quarter(int quarter) => Period.OfQuarter((quarter * 3) - 2 <= Today.Month ? Today.Year : Today.Year - 1, quarter);

    /// <summary>The last day with this number that has begun.</summary>
    /// <param name="day">1 to 31.</param>
    public Period? NumberedDay(int day) => Enumerable.Range(0, 3).Select(back => Month(back))
        .Where(month => day <= DateTime.DaysInMonth(month.Year, month.Month))
        .Select(month => month.AddDays(day - 1))
        .Where(date => date <= Today)
        .Select(date => (Period?)Period.OfDay(date))
        .FirstOrDefault();

    /// <summary>The last such month that has begun.</summary>
    public Period NamedMonth(int month) => Period.OfMonth(month <= Today.Month ? Today.Year : Today.Year - 1, month);

    /// <summary>The last such day that has begun; null if the month has no such day.</summary>
    public Period? NamedDay(int month, int day) => new[] { Today.Year, Today.Year - 1 }
        .Where(year => day >= 1 && day <= DateTime.DaysInMonth(year, month))
        .Select(year => new DateOnly(year, month, day))
        .Where(date => date <= Today)
        .Select(date => (Period?)Period.OfDay(date))
        .FirstOrDefault();

    Period Week(int weeks)
    {
        var monday = Today.AddDays(1 - Number(Today.DayOfWeek) + (weeks * 7));
        return Period.OfDays(monday, monday.AddDays(7));
    }

    DateOnly Month(int count) => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-Most(count, 12));

    static int Most(int count, int perYear) => Math.Min(count, MostYears * perYear);

    static int Number(DayOfWeek day) => day is DayOfWeek.Sunday ? 7 : (int)day;
}
