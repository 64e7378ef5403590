using System.Globalization;

namespace Bot.Texts;

static partial class English
{
    static ChartTexts Charts => new()
    {
        Minutes = minutes => $"{minutes} min",
        Hours = hours => $"{hours} h",
        Days = days => Count(days, "day"),
        Date = day => day.ToString("MMM d", CultureInfo.InvariantCulture),
        Spread = bar => $"Bars: new outlets, {bar} each · Line: all outlets so far",
        SpreadSaid = (outlets, length) => $"Chart: {Count(outlets, "outlet")} reported this story within {length}.",
        MostLater = (most, bar, after) => $"The most at once: {most} in {bar}, {after} after the first report.",
        MostAtFirst = (most, bar) => $"The most at once: {most} in {bar}, at the beginning.",
        Daily = days => $"Stories per day, past {Count(days, "day")}",
        DailySaid = (stories, days) => $"Chart: {(stories == 1 ? "1 story" : $"{stories} stories")} in the past {Count(days, "day")}.",
        MostOnDay = (most, day) => $"The most on one day: {most}, on {day}.",
        Growth = "Outlets of each story over this time, by its number",
        GrowthSaid = "Chart: how many outlets had each story at the beginning and at the end of this time.",
        FromTo = (number, from, to) => $"Story {number}: from {from} to {to}.",
    };
}
