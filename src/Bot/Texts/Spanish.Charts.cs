using System.Globalization;

namespace Bot.Texts;

static partial class Spanish
{
    static ChartTexts Charts => new()
    {
        Minutes = minutes => $"{minutes}\u00A0min",
        Hours = hours => $"{hours}\u00A0h",
        Days = days => Count(days, "día", "días"),
        Date = day => day.ToString("d'/'M", CultureInfo.InvariantCulture),
        Spread = bar => $"Barras: medios nuevos, {bar} cada una · Línea: todos los medios hasta entonces",
        SpreadSaid = (outlets, length) => $"Gráfico: {Count(outlets, "medio informó", "medios informaron")} de esta noticia en {length}.",
        MostLater = (most, bar, after) => $"Lo máximo a la vez: {most} en {bar}, {after} después de la primera noticia.",
        MostAtFirst = (most, bar) => $"Lo máximo a la vez: {most} en {bar}, al principio.",
        Daily = days => $"Noticias por día, últimos {days} días",
        DailySaid = (stories, days) => $"Gráfico: {Count(stories, "noticia", "noticias")} en los últimos {days} días.",
        MostOnDay = (most, day) => $"Máximo en un día: {most}, el {day}.",
        Growth = "Medios de cada noticia en este periodo, por su número",
        GrowthSaid = "Gráfico: cuántos medios tenía cada noticia al principio y al final de este periodo.",
        FromTo = (number, from, to) => $"Noticia {number}: de {from} a {to}.",
    };
}
