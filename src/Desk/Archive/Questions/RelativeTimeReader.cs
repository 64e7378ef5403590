namespace Desk.Archive.Questions;

/// <summary>Finds the times of a question that are counted from now: "last week", "3 days ago", "the past 6 months".</summary>
sealed class RelativeTimeReader(TimeTokens words, Calendar calendar, DateReader dates)
{
    /// <summary>The period that is named from this word on, and the number of the first word behind it.</summary>
    public (Period Period, int End)? At(int at)
    {
        if (words.Is(at, TimeMeaning.Today))
            return (Period.OfDay(calendar.Today), at + 1);
        if (words.Is(at, TimeMeaning.Yesterday))
            return (Period.OfDay(calendar.Today.AddDays(-1)), at + 1);
        if (words.Is(at, TimeMeaning.DayBefore))
            return (Period.OfDay(calendar.Today.AddDays(-2)), at + 1);
        if (words.Unit(at) is TimeMeaning.Year && words.Is(at + 1, TimeMeaning.To) && words.Word(at + 2) == "date")
            return (calendar.Before(TimeMeaning.Year, 0), at + 3);
        if (words.Unit(at) is TimeMeaning.Day && words.Is(at + 1, TimeMeaning.Before) && words.Is(at + 2, TimeMeaning.Yesterday))
            return (Period.OfDay(calendar.Today.AddDays(-2)), at + 3);
        return Ago(at) ?? Rolling(at) ?? Neighboring(at);
    }

    /// <summary>"older than a month", "no newer than 3 days", "less than a week old".</summary>
    public (Period Period, int End)? Than(int at)
    {
        var isNot = words.Word(at) is "no" or "not" or "nicht";
        var from = isNot ? at + 1 : at;
        if (words.Number(from + 2) is not { } number || words.Unit(from + 3) is not { } unit)
            return null;
        var past = calendar.Past(unit, number);
        if (words.Word(from + 4) == "old" && (words.Word(from), words.Word(from + 1)) is ("less" or "more", "than") or ("at", "most"))
            return (words.Word(from) == "more" ? new(null, past.Start) : past, from + 5);
        if (words.Word(from) is not ("older" or "newer" or "alter" or "neuer") || !words.Is(from + 1, TimeMeaning.Than))
            return null;
        return (words.Word(from) is "older" or "alter" && !isNot ? new(null, past.Start) : past, from + 4);
    }

    /// <summary>"3 days ago", "vor drei Tagen", "il y a 3 jours".</summary>
    (Period Period, int End)? Ago(int at)
    {
        // French "il y a 3 jours" has no word of its own for "ago".
        var isFrench = words.Word(at) == "il" && words.Word(at + 1) == "y" && words.Word(at + 2) == "a";
        var isFirst = isFrench || words.Is(at, TimeMeaning.Ago);
        var from = isFrench ? at + 3 : isFirst ? at + 1 : at;
        if (words.Number(from) is not { } number || words.Unit(from + 1) is not { } unit)
            return null;
        if (isFirst)
            return (calendar.Before(unit, number), from + 2);
        return words.Is(from + 2, TimeMeaning.Ago) ? (calendar.Before(unit, number), from + 3) : null;
    }

    /// <summary>"the last 10 days", "les 3 derniers mois", "los últimos dos años".</summary>
    (Period Period, int End)? Rolling(int at)
    {
        var from = words.Skipped(at);
        if (words.Is(from, TimeMeaning.Last) && words.Number(from + 1) is { } second
            && words.Unit(words.Skipped(from + 2)) is { } unit)
            return (calendar.Past(unit, second), words.Skipped(from + 2) + 1);
        if (words.Is(from, TimeMeaning.Last) && words.Counted(from + 1) is { } counted)
            return (calendar.Past(counted.Unit, counted.Count), from + 2);
        if (words.Is(from, TimeMeaning.Last) && words.Word(from + 1) == "fortnight")
            return (calendar.Past(TimeMeaning.Week, 2), from + 2);
        if (words.Number(from) is { } first && words.Is(from + 1, TimeMeaning.Last) && words.Unit(from + 2) is { } other)
            return (calendar.Past(other, first), from + 3);
        // With an article it is the time up to now: "in the last week". Without, the week before this one.
        return from > at && words.Word(at) == "the" && words.Is(from, TimeMeaning.Last) && words.Unit(from + 1) is { } only
            ? (calendar.Past(only, 1), from + 2)
            : null;
    }

    /// <summary>"last week", "this month", "la semaine dernière", "letzten Montag".</summary>
    (Period Period, int End)? Neighboring(int at)
    {
        var from = words.Skipped(at);
        if (words.Word(from) == "past" && words.Unit(from + 1) is { } past)
            return (calendar.Past(past, 1), from + 2);
        if (words.Is(from, TimeMeaning.Last) || words.Is(from, TimeMeaning.This))
        {
            var back = words.Is(from, TimeMeaning.Last) ? 1 : 0;
            if (words.Unit(from + 1) is { } unit)
                return (calendar.Before(unit, back), from + 2);
            if (back == 0 && words.Is(from + 1, TimeMeaning.PartOfDay))
                return (Period.OfDay(calendar.Today), from + 2);
            if (back == 1 && words.Weekday(from + 1) is { } day)
                return (calendar.WeekdayBefore(day), from + 2);
            if (words.Is(from + 1, TimeMeaning.Weekend))
                return (calendar.Weekend(back), from + 2);
            if (words.ValueAt(from + 1, TimeMeaning.Season) is { } season && words.Year(from + 2) is null)
                return (calendar.Season(season), from + 2);
            if (words.Month(from + 1) == calendar.Today.Month && back == 1 && words.Year(from + 2) is null)
                return (Period.OfMonth(calendar.Today.Year - 1, calendar.Today.Month), from + 2);
            return words.Month(from + 1) is null && words.Weekday(from + 1) is null ? null : dates.Loose(from + 1);
        }

        if (words.Unit(from) is { } named && words.Is(from + 1, TimeMeaning.Last))
            return (calendar.Before(named, 1), from + 2);
        return null;
    }
}
