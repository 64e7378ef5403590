using System.Globalization;
using Desk.Archive.Questions;

namespace Desk.Archive.Summaries;

/// <summary>A day that a text names, as in "March 15", "15. März 2026" and "2026-03-15".</summary>
/// <param name="Year">Null if the text doesn't say it.</param>
/// <param name="Tokens">Those of its numbers.</param>
sealed record StatedDay(int? Year, int Month, int Day, params IReadOnlyList<SummaryToken> Tokens)
{
    /// <summary>They may stand between a day and its month.</summary>
    static readonly string[] Between = ["of", "de", "the"];

    /// <summary>As it is compared.</summary>
    public string Key => Year is null ? DayOfYear : $"{Year:0000}-{DayOfYear}";

    /// <summary>As it is compared by those who don't say the year.</summary>
    public string DayOfYear => $"{Month:00}-{Day:00}";

    public static IEnumerable<StatedDay> Of(IReadOnlyList<SummaryUnit> units) =>
        units.Index().Select(unit => InDigits(unit.Item) ?? InWords(units, unit.Index)).OfType<StatedDay>();

    static StatedDay? InDigits(SummaryUnit unit) =>
        DateOnly.TryParseExact(unit.Text, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Year, day.Month, day.Day, unit.Token)
            : null;

    static StatedDay? InWords(IReadOnlyList<SummaryUnit> units, int at)
    {
        if (MonthOf(units[at]) is not { } month)
            return null;
        var (before, after) = (Skipped(units, at - 1, -1), Skipped(units, at + 1, 1));
        var isBefore = DayOf(units, before) is not null;
        if ((isBefore ? DayOf(units, before) : DayOf(units, after)) is not { } day)
            return null;
        var yearAt = isBefore ? after : after + 1;
        return YearOf(units, yearAt) is { } year
            ? new(year, month, day, units[isBefore ? before : after].Token, units[yearAt].Token)
            : new(null, month, day, units[isBefore ? before : after].Token);
    }

    static int? MonthOf(SummaryUnit unit) => TimeWords.Of(unit.Folded)
        .Where(word => word.Meaning is TimeMeaning.NamedMonth)
        .Select(word => (int?)word.Value)
        .FirstOrDefault();

    static int? DayOf(IReadOnlyList<SummaryUnit> units, int at) => NumberOf(units, at) is >= 1 and <= 31 and var day ? day : null;

    static int? YearOf(IReadOnlyList<SummaryUnit> units, int at) => NumberOf(units, at) is >= 1000 and var year ? year : null;

    static int? NumberOf(IReadOnlyList<SummaryUnit> units, int at) =>
        at >= 0 && at < units.Count && (units[at].Joined ?? (units[at].IsNumber ? WrittenNumber.Value(units[at].Text) : null)) is { } value
        && value == Math.Floor(value) && value < 10_000
            ? (int)value
            : null;

    static int Skipped(IReadOnlyList<SummaryUnit> units, int at, int step) =>
        at >= 0 && at < units.Count && Between.Contains(units[at].Folded) ? at + step : at;
}
