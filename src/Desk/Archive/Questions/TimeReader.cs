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
    readonly RelativeTimeReader relatives;

    /// <param name="language">Of the question: Americans write the month first.</param>
    public TimeReader(IReadOnlyList<QuestionToken> tokens, DateTimeOffset now, string language)
    {
        words = new(tokens);
        calendar = new(now);
        dates = new(words, calendar, isMonthFirst: language == "en");
        relatives = new(words, calendar, dates);
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
        if (BehindSince(at) is { } from && Named(from) is { } since)
            return (new(since.Period.Start, null), since.End);
        if (words.Is(at, TimeMeaning.After) && Named(Behind(at)) is { } after)
            return (new(after.Period.End, null), after.End);
        if (words.Is(at, TimeMeaning.Until) && Named(Behind(at)) is { } until)
            return (new(null, until.Period.End), until.End);
        if ((dates.Ending(at) ?? relatives.At(at)) is { } relative)
            return relative;
        if (words.Is(at, TimeMeaning.Before) && Named(Behind(at)) is { } before)
            return (new(null, before.Period.Start), before.End);
        if (words.Is(at, TimeMeaning.In) && (dates.Ending(at + 1) ?? Named(at + 1) ?? Named(words.Skipped(at + 1))) is { } within)
            return NamesMore(at, within.End) ? null : Onward(within);
        if (words.Month(at) is not null && Stretch(at) is { } months)
            return months;
        return dates.Dated(at) is { } dated ? Onward(dated) : BareYear(at) ?? OfReports(at);
    }

    /// <summary>The first word behind a preposition: "up to March", "ahead of the summer".</summary>
    int Behind(int at) => words.Skipped(words.Is(at + 1, TimeMeaning.To) ? at + 2 : at + 1);

    /// <summary>"Since March", "starting in March", "as of March".</summary>
    int? BehindSince(int at)
    {
        if (words.Word(at) == "as" && words.Word(at + 1) == "of")
            return at + 2;
        if (!words.Is(at, TimeMeaning.Since))
            return null;
        return words.Skipped(words.Is(at + 1, TimeMeaning.In) ? at + 2 : at + 1);
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
        var isOfReports = at == words.Count - 1
            || (at == 0 && words.IsPunctuated(at))
            || (at == words.Count - 2 && QuestionWords.Reports.Contains(words.Word(at + 1)));
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

    /// <summary>"no later than March", "older than a month".</summary>
    (Period Period, int End)? Than(int at)
    {
        if (words.Word(at) is "no" or "not" && words.Word(at + 1) is "later" or "earlier" && words.Is(at + 2, TimeMeaning.Than)
            && Named(words.Skipped(at + 3)) is { } limit)
            return (words.Word(at + 1) == "later" ? new(null, limit.Period.End) : new(limit.Period.Start, null), limit.End);
        return relatives.Than(at);
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
        // "2021 and 2020"
        return start < last.Period.End ? (new(start, last.Period.End), last.End)
            : last.Period.Start < first.Period.End ? (new(last.Period.Start, first.Period.End), last.End)
            : null;
    }

    /// <summary>Any period that can stand behind a preposition.</summary>
    (Period Period, int End)? Named(int at) => relatives.At(at) ?? dates.Dated(at) ?? dates.Loose(at);

    bool NamesMore(int at, int end) => end < words.Count && NamedByYear.Contains(words.Word(end)) && words.Year(end - 1) is not null
        && words.Month(end - 2) is null && at < end;
}
