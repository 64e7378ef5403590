using System.Globalization;

namespace Bot.Texts;

static partial class German
{
    static ChartTexts Charts => new()
    {
        Minutes = minutes => $"{minutes} Min.",
        Hours = hours => $"{hours} Std.",
        Days = days => Count(days, "Tag", "Tage"),
        Date = day => day.ToString("d.M.", CultureInfo.InvariantCulture),
        Spread = bar => $"Balken: neue Medien, je {bar} · Linie: alle Medien bis dahin",
        SpreadSaid = (outlets, length) =>
            $"Diagramm: {length} vom ersten bis zum letzten Bericht, {Count(outlets, "Medium", "Medien")}.",
        MostLater = (most, bar, after) => $"Die meisten auf einmal: {most} ({bar}), {after} nach dem ersten Bericht.",
        MostAtFirst = (most, bar) => $"Die meisten auf einmal: {most} ({bar}), gleich am Anfang.",
        Daily = days => $"Meldungen pro Tag, letzte {Count(days, "Tag", "Tage")}",
        DailySaid = (stories, days) => $"Diagramm: {Count(stories, "Meldung", "Meldungen")} in den letzten {days} Tagen.",
        MostOnDay = (most, day) => $"Die meisten an einem Tag: {most}, am {day}",
        Growth = "Medien jeder Meldung in dieser Zeit, nach ihrer Nummer",
        GrowthSaid = "Diagramm: wie viele Medien jede Meldung am Anfang und am Ende dieser Zeit hatten.",
        FromTo = (number, from, to) => $"Meldung {number}: von {from} auf {to}.",
    };
}
