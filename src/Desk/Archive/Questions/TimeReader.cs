namespace Desk.Archive.Questions;

/// <summary>Finds the times that a question names: "last week", "in March 2021", "seit gestern", "hace 3 días".</summary>
sealed class TimeReader
{
    /// <summary>After a year, they make it part of a name: "the 2021 release wave".</summary>
    static readonly HashSet<string> NamedByYear =
        ["release", "wave", "version", "edition", "update", "season", "budget", "election", "summit"];

    readonly TimeTokens words;
    readonly Calendar calendar;
    readonly DateReader dates;

    /// <param name="language">Of the question: Americans write the month first.</param>
    public TimeReader(IReadOnlyList<QuestionToken> tokens, DateTimeOffset now, string language)
    {
        words = new(tokens);
        calendar = new(now);
        dates = new(words, calendar, isMonthFirst: language == "en");
    }

    /// <summary>The time that starts at this word, with its preposition; null if none does.</summary>
    /// <returns>The period and the number of the first word behind it.</returns>
    public (Period Period, int End)? At(int at)
    {
        if ((words.Is(at, TimeMeaning.Between) || words.Is(at, TimeMeaning.In)) && Stretch(words.Skipped(at + 1)) is { } between)
            return between;
        if (Than(at) is { } than)
            return than;
        if (words.Word(at) == "back" && words.Is(at + 1, TimeMeaning.In))
            return At(at + 1);
        var start = words.Word(at) == "as" && words.Word(at + 1) == "of" ? at + 2
            : !words.Is(at, TimeMeaning.Since) ? (int?)null
            : words.Is(at + 1, TimeMeaning.In) ? words.Skipped(at + 2)
            : words.Skipped(at + 1);
        if (start is { } from && Named(from) is { } since)
            return (new(since.Period.Start, null), since.End);
        if (words.Is(at, TimeMeaning.After) && Named(words.Skipped(at + 1)) is { } after)
            return (new(after.Period.End, null), after.End);
        if (words.Is(at, TimeMeaning.Until) && Named(words.Skipped(words.Is(at + 1, TimeMeaning.To) ? at + 2 : at + 1)) is { } until)
            return (new(null, until.Period.End), until.End);
        if ((dates.Ending(at) ?? Relative(at)) is { } relative)
            return relative;
        if (words.Is(at, TimeMeaning.Before) && Named(words.Skipped(words.Is(at + 1, TimeMeaning.To) ? at + 2 : at + 1)) is { } before)
            return (new(null, before.Period.Start), before.End);
        if (words.Is(at, TimeMeaning.In) && (dates.Ending(at + 1) ?? Named(at + 1) ?? Relative(at + 1) ?? Named(words.Skipped(at + 1))) is { } within)
            return NamesMore(at, within.End) ? null : Onward(within);
        if (words.Month(at) is not null && Stretch(at) is { } months)
            return months;
        return dates.Dated(at) is { } dated ? Onward(dated) : BareYear(at) ?? OfReports(at);
    }

    /// <summary>"Feb posts", "September's news".</summary>
    (Period Period, int End)? OfReports(int at) =>
        (words.Month(at) is not null || words.Weekday(at) is not null)
        && (words.Word(at).EndsWith("'s", StringComparison.Ordinal) || words.Word(at).EndsWith("’s", StringComparison.Ordinal)
            || QuestionWords.Reports.Contains(words.Word(at + 1)))
            ? dates.Loose(at)
            : null;

    /// <summary>"Year 2020", "portals, 2020", "2019 articles". No archive has what is yet to come.</summary>
    (Period Period, int End)? BareYear(int at)
    {
        if (words.Unit(at) is TimeMeaning.Year && words.Year(at + 1) is { } named)
            return (Period.OfYear(named), at + 2);
        var isOfReports = at == words.Count - 1 || (at == 0 && words.IsPunctuated(at)) || (at == words.Count - 2 && QuestionWords.Reports.Contains(words.Word(at + 1)));
        return isOfReports && words.Year(at) is { } year && year <= calendar.Today.Year && !NamedByYear.Contains(words.Word(at - 1))
            && words.Word(at - 1) is not ("for" or "fur" or "pour" or "para")
            ? (Period.OfYear(year), at + 1)
            : null;
    }

    /// <summary>"August 2021 onwards".</summary>
    (Period Period, int End) Onward((Period Period, int End) time) =>
        words.Is(time.End, TimeMeaning.Onward)
        && words.Word(time.End) != "later"
        && (words.Word(time.End) != "on" || time.End == words.Count - 1)
        ? (new(time.Period.Start, null), time.End + 1)
        : time;

    /// <summary>"older than a month", "newer than 3 days", "no later than March".</summary>
    (Period Period, int End)? Than(int at)
    {
        if (words.Word(at) is "no" or "not" && words.Word(at + 1) is "later" or "earlier" && words.Is(at + 2, TimeMeaning.Than)
            && Named(words.Skipped(at + 3)) is { } limit)
            return (words.Word(at + 1) == "later" ? new(null, limit.Period.End) : new(limit.Period.Start, null), limit.End);
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

    /// <summary>"May and July 2021", "2020-12-10 to 2020-12-16".</summary>
    (Period Period, int End)? Stretch(int at)
    {
        if (Named(at) is not { } first || !(words.Is(first.End, TimeMeaning.To) || words.Is(first.End, TimeMeaning.Until)))
            return null;
        if (words.Word(first.End + 1) == "now" || words.Is(first.End + 1, TimeMeaning.Today))
            return (new(first.Period.Start, null), first.End + 2);
        if (Named(words.Skipped(first.End + 1)) is not { } last)
            return null;
        // The year of the second month is the year of the first: "August and September 2020".
        var start = first.End == at + 1 && words.Month(at) is { } month && last.Period.Start is { } later && month <= later.Month
            ? Period.OfMonth(later.Year, month).Start
            : first.Period.Start;
        return start < last.Period.End ? (new(start, last.Period.End), last.End) : null;
    }

    /// <summary>Any period that can stand behind a preposition.</summary>
    (Period Period, int End)? Named(int at) => Relative(at) ?? dates.Dated(at) ?? dates.Loose(at);

    /// <summary>Periods that are counted from now.</summary>
    (Period Period, int End)? Relative(int at)
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

    bool NamesMore(int at, int end) => end < words.Count && NamedByYear.Contains(words.Word(end)) && words.Year(end - 1) is not null
        && words.Month(end - 2) is null && at < end;
}
