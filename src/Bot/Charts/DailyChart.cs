using Bot.Texts;

namespace Bot.Charts;

/// <summary>How many stories an outlet had on each day.</summary>
static class DailyChart
{
    const int FewestDays = 3;
    const int DaysBetweenTicks = 7;

    /// <param name="stories">On each day, the last one of them today.</param>
    /// <returns>Null if there is too little to see: stories on one or two days.</returns>
    public static BarChart? Of(IReadOnlyList<int> stories, DateOnly today, ChartTexts words)
    {
        if (stories.Count(count => count > 0) < FewestDays)
            return null;
        var most = stories.Max();
        // Of several such days, the newest.
        var day = words.Date(DayOf(stories.ToList().LastIndexOf(most)));
        return new()
        {
            Bars = stories,
            Ticks = [.. Enumerable.Range(0, stories.Count)
                .Where(index => (stories.Count - 1 - index) % DaysBetweenTicks == 0)
                .Select(index => new ChartTick(index + 0.5, words.Date(DayOf(index))))],
            Caption = words.Daily(stories.Count),
            Said = $"{words.DailySaid(stories.Sum(), stories.Count)} {(most == 1 ? "" : words.MostOnDay(most, day))}".TrimEnd(),
        };

        DateOnly DayOf(int index) => today.AddDays(index - stories.Count + 1);
    }
}
