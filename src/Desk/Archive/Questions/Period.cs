namespace Desk.Archive.Questions;

/// <summary>A stretch of time.</summary>
/// <param name="Start">Null if it has no beginning.</param>
/// <param name="End">The first instant that is no longer part of it; null if it has no end.</param>
readonly record struct Period(DateTimeOffset? Start, DateTimeOffset? End)
{
    public static Period OfDays(DateOnly first, DateOnly next) => new(Midnight(first), Midnight(next));

    public static Period OfDay(DateOnly day) => OfDays(day, day.AddDays(1));

    public static Period OfMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return OfDays(first, first.AddMonths(1));
    }

    public static Period OfYear(int year) => OfDays(new(year, 1, 1), new(year + 1, 1, 1));

    /// <summary>Three months.</summary>
    /// <param name="quarter">1 to 4.</param>
    public static Period OfQuarter(int year, int quarter)
    {
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return OfDays(first, first.AddMonths(3));
    }

    /// <summary>Three months from March, June, September or December.</summary>
    /// <param name="season">1 for spring to 4 for winter, which begins in this year.</param>
    public static Period OfSeason(int year, int season)
    {
        var first = new DateOnly(year, season * 3, 1);
        return OfDays(first, first.AddMonths(3));
    }

    /// <param name="half">1 or 2.</param>
    public static Period OfHalf(int year, int half)
    {
        var first = new DateOnly(year, (half * 6) - 5, 1);
        return OfDays(first, first.AddMonths(6));
    }

    /// <summary>The week, from Monday, that holds this period's first day.</summary>
    public Period Week()
    {
        var day = DateOnly.FromDateTime(Start!.Value.UtcDateTime);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return OfDays(monday, monday.AddDays(7));
    }

    /// <summary>One of its three parts.</summary>
    /// <param name="third">0 to 2.</param>
    public Period Third(int third)
    {
        var (first, days) = (DateOnly.FromDateTime(Start!.Value.UtcDateTime), (int)(End!.Value - Start.Value).TotalDays);
        return OfDays(first.AddDays(days * third / 3), first.AddDays(days * (third + 1) / 3));
    }

    /// <summary>One of its two halves, in whole days.</summary>
    /// <param name="half">1 or 2.</param>
    public Period Half(int half)
    {
        var middle = Start!.Value.AddDays((int)(End!.Value - Start.Value).TotalDays / 2);
        return half == 1 ? new(Start, middle) : new(middle, End);
    }

    static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
