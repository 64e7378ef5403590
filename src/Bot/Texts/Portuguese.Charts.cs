using System.Globalization;

namespace Bot.Texts;

static partial class Portuguese
{
    static ChartTexts Charts => new()
    {
        Minutes = minutes => $"{minutes}\u00A0min",
        Hours = hours => $"{hours}\u00A0h",
        Days = days => Count(days, "dia", "dias"),
        Date = day => day.ToString("dd'/'MM", CultureInfo.InvariantCulture),
        Spread = bar => $"Barras: novos veículos, {bar} cada · Linha: todos os veículos até então",
        SpreadSaid = (outlets, length) => $"Gráfico: {Count(outlets, "veículo noticiou", "veículos noticiaram")} isto em {length}.",
        MostLater = (most, bar, after) => $"O máximo de uma vez: {most} em {bar}, {after} depois da primeira notícia.",
        MostAtFirst = (most, bar) => $"O máximo de uma vez: {most} em {bar}, no início.",
        Daily = days => $"Notícias por dia, últimos {days} dias",
        DailySaid = (stories, days) => $"Gráfico: {Count(stories, "notícia", "notícias")} nos últimos {days} dias.",
        MostOnDay = (most, day) => $"Máximo em um dia: {most}, em {day}.",
        Growth = "Veículos de cada notícia neste período, pelo seu número",
        GrowthSaid = "Gráfico: quantos veículos cada notícia tinha no início e no fim deste período.",
        FromTo = (number, from, to) => $"Notícia {number}: de {from} a {to}.",
    };
}
