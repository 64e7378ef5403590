using System.Globalization;

namespace Desk.Archive.Questions;

/// <summary>Reads dates, and periods that have names, such as "March 2021", "late April", "H1 2021" and "summer".</summary>
/// <param name="isMonthFirst">Whether 8/9 is August 9.</param>
sealed class DateReader(TimeTokens words, Calendar calendar, bool isMonthFirst)
{
    /// <summary>Dates that can't be anything else: with a year, or with a day and a month.</summary>
    public (Period Period, int End)? Dated(int at)
    {
        if (Part(at) is { } part)
            return part;
        // "Friday, November 13", "Friday the 13th"
        if (words.Weekday(at) is not null && words.Skipped(at + 1) is var date)
        {
            if (Dated(date) is { } full)
                return full;
            if (words.Word(at + 1) == "the" && Numbered(date) is { } numbered)
                return numbered;
        }

        if (Written(words.Word(at)) is { } written)
            return (written, at + 1);
        if (words.ValueAt(at, TimeMeaning.Season) is { } season && YearFrom(at + 1) is { } ofSeason)
            return (Period.OfSeason(ofSeason.Year, season), ofSeason.End);
        if (HalfOf(at) is { } half && YearFrom(half.End) is { } ofHalf)
            return (Period.OfHalf(ofHalf.Year, half.Half), ofHalf.End);
        if (HalfOf(at) is { } halfOf && NamedMonth(words.Skipped(halfOf.End)) is { } month)
            return (month.Period.Half(halfOf.Half), month.End);
        if (words.QuarterOf(at) is { } quarter && YearFrom(quarter.End) is { } ofQuarter)
            return (Period.OfQuarter(ofQuarter.Year, quarter.Quarter), ofQuarter.End);
        if (words.DayOfMonth(at) is { } day && words.Month(words.Skipped(at + 1)) is { } dayMonth)
            return Day(dayMonth, day, words.Skipped(at + 1) + 1);
        // "between 1 and 15 September"
        if (words.DayOfMonth(at) is { } start && words.Is(at + 1, TimeMeaning.To) && words.DayOfMonth(words.Skipped(at + 2)) is not null
            && Dated(words.Skipped(at + 2)) is { Period.Start: { } end } days && start <= end.Day)
            return (new(days.Period.Start!.Value.AddDays(start - end.Day), days.Period.End), days.End);
        if (words.Month(at) is not { } named)
            return null;
        if (words.Year(words.Skipped(at + 1)) is { } year)
            return (Period.OfMonth(year, named), words.Skipped(at + 1) + 1);
        if (words.ShortYear(at + 1) is { } shortYear)
            return (Period.OfMonth(shortYear, named), at + 2);
        if (words.DayOfMonth(at + 1) is not { } later)
            return null;
        var first = Day(named, later, at + 2);
        var next = words.Is(at + 2, TimeMeaning.To) || words.Is(at + 2, TimeMeaning.Until) ? words.Skipped(at + 3) : at + 2;
        return first is { Period: var one } && words.DayOfMonth(next) is { } until && Day(named, until, next + 1) is { } last
            && last.Period.End > one.End
            ? (new(one.Start, last.Period.End), last.End)
            : first;
    }

    /// <summary>"the week of September 13", "first week of February 2021", "late April".</summary>
    (Period Period, int End)? Part(int at)
    {
        var isOf = words.Word(at + 1) is "of" or "vom" or "du" or "del" or "de";
        if (isOf && words.Unit(at) is TimeMeaning.Week && Dated(words.Skipped(at + 2)) is { } day)
            return (day.Period.Week(), day.End);
        // "The month of May"
        if (isOf && words.Unit(at) is TimeMeaning.Month && NamedMonth(words.Skipped(at + 2)) is { } calledMonth)
            return calledMonth;
        var from = words.Skipped(at);
        if (words.Ordinal(from) is { } nth && words.Unit(from + 1) is TimeMeaning.Week && NamedMonth(words.Skipped(from + 2)) is { } month)
            return (Period.OfDays(FirstOf(month.Period).AddDays(7 * (nth - 1)), FirstOf(month.Period).AddDays(7 * nth)), month.End);
        TimeMeaning[] thirds = [TimeMeaning.Early, TimeMeaning.Middle, TimeMeaning.Late];
        var third = Array.FindIndex(thirds, meaning => words.Is(from, meaning));
        if (third < 0)
            return null;
        if (words.Skipped(from + 1) is var neighbor && words.Unit(neighbor + 1) is { } neighboring and not TimeMeaning.Hour
            && (words.Is(neighbor, TimeMeaning.Last) || words.Is(neighbor, TimeMeaning.This)) && neighboring is not TimeMeaning.Year)
            return (calendar.Before(neighboring, words.Is(neighbor, TimeMeaning.Last) ? 1 : 0).Third(third), neighbor + 2);
        if (NamedMonth(words.Skipped(from + 1)) is { } whole)
            return (whole.Period.Third(third), whole.End);
        if (words.Unit(words.Skipped(from + 1)) is null && YearFrom(from + 1) is { } year)
            return (Period.OfYear(year.Year).Third(third), year.End);
        // "The start of the month". Which end of the year is meant, is open.
        var of = words.Skipped(from + 1);
        return third == 0 && of > from + 1 && words.Unit(of) is { } unit and not TimeMeaning.Hour and not TimeMeaning.Day
            ? (calendar.Before(unit, 0).Third(third), of + 1)
            : null;
    }

    (int Year, int End)? YearFrom(int at) => words.YearNear(words.Skipped(at), calendar.Today);

    /// <summary>"The last week of August", "the final quarter of 2020".</summary>
    public (Period Period, int End)? Ending(int at)
    {
        var from = words.Skipped(at);
        if (!words.Is(from, TimeMeaning.Last) && words.Word(from) != "final")
            return null;
        var of = words.Skipped(from + 2);
        if (of == from + 2)
            return null;
        if (words.Unit(from + 1) is TimeMeaning.Week && NamedMonth(of) is { Period.End: { } end } month)
            return (new(end.AddDays(-7), end), month.End);
        if (words.Unit(from + 1) is TimeMeaning.Day && NamedMonth(of) is { } days)
            return (days.Period.Third(2), days.End);
        return words.Unit(from + 1) is TimeMeaning.Quarter && YearFrom(of) is { } year ? (Period.OfQuarter(year.Year, 4), year.End) : null;
    }

    (Period Period, int End)? NamedMonth(int at) => words.Month(at) is null ? null
        : words.Year(words.Skipped(at + 1)) is null && words.ShortYear(at + 1) is null ? Loose(at)
        : Dated(at);

    static DateOnly FirstOf(Period period) => DateOnly.FromDateTime(period.Start!.Value.UtcDateTime);

    (Period Period, int End)? Day(int month, int day, int behind)
    {
        if (words.Year(words.Skipped(behind)) is { } year)
            return day <= DateTime.DaysInMonth(year, month) ? (Period.OfDay(new(year, month, day)), words.Skipped(behind) + 1) : null;
        return calendar.NamedDay(month, day) is { } period ? (period, behind) : null;
    }

    /// <summary>"first half of", "H1".</summary>
    (int Half, int End)? HalfOf(int at)
    {
        if (words.Word(at) is ['h', '1' or '2'])
            return (words.Word(at)[1] - '0', at + 1);
        return words.Ordinal(at) is { } nth and <= 2 && words.Is(at + 1, TimeMeaning.Half) ? (nth, at + 2) : null;
    }

    /// <summary>Words that name a time only behind a preposition: "may", "2021", "Monday".</summary>
    public (Period Period, int End)? Loose(int at)
    {
        if (words.Year(at) is { } year)
            return (Period.OfYear(year), at + 1);
        if (words.Month(at) is { } month)
            return (calendar.NamedMonth(month), at + 1);
        if (words.Is(at, TimeMeaning.Weekend))
            return (calendar.Weekend(back: calendar.Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1), at + 1);
        if (words.ValueAt(at, TimeMeaning.Season) is { } season)
            return (calendar.Season(season), at + 1);
        if (HalfOf(at) is { } half)
            return (calendar.Half(half.Half), half.End);
        if (words.QuarterOf(at) is { } quarter)
            return (calendar.Quarter(quarter.Quarter), quarter.End);
        if (words.Weekday(at) is { } day)
            return (calendar.Weekday(day), at + 1);
        return Numbered(at);
    }

    /// <summary>"On the 15th".</summary>
    (Period Period, int End)? Numbered(int at) =>
        words.DayOfMonth(at) is { } number && !char.IsAsciiDigit(words.Word(at)[^1]) && calendar.NumberedDay(number) is { } day
            ? (day, at + 1)
            : null;

    Period? Written(string word)
    {
        const DateTimeStyles exact = DateTimeStyles.None;
        string[] days = ["yyyy-M-d", "d.M.yyyy", "yyyy/M/d"];
        string[] slashed = isMonthFirst ? ["M/d/yyyy", "d/M/yyyy"] : ["d/M/yyyy", "M/d/yyyy"];
        foreach (var order in slashed)
        {
            if (DateOnly.TryParseExact(word, order, CultureInfo.InvariantCulture, exact, out var ordered) && ordered.Year is > 1 and < 9999)
                return Period.OfDay(ordered);
        }

        if (DateOnly.TryParseExact(word, days, CultureInfo.InvariantCulture, exact, out var day) && day.Year is > 1 and < 9999)
            return Period.OfDay(day);
        string[] months = ["yyyy-M", "yyyy/M", "M/yyyy", "M-yyyy"];
        return DateOnly.TryParseExact(word, months, CultureInfo.InvariantCulture, exact, out var month) && month.Year is > 1 and < 9999
            ? Period.OfMonth(month.Year, month.Month)
            : null;
    }
}
