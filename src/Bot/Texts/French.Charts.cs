using System.Globalization;

namespace Bot.Texts;

static partial class French
{
    static ChartTexts Charts => new()
    {
        Minutes = minutes => $"{minutes}\u00A0min",
        Hours = hours => $"{hours}\u00A0h",
        Days = days => Count(days, "jour", "jours"),
        Date = day => day.ToString("dd'/'MM", CultureInfo.InvariantCulture),
        Spread = bar => $"Barres\u00A0: nouveaux médias, {bar} chacune · Ligne\u00A0: tous les médias jusque-là",
        SpreadSaid = (outlets, length) => $"Graphique\u00A0: {Count(outlets, "média en a parlé", "médias en ont parlé")} en {length}.",
        MostLater = (most, bar, after) => $"Le plus à la fois\u00A0: {most} en {bar}, {after} après le premier article.",
        MostAtFirst = (most, bar) => $"Le plus à la fois\u00A0: {most} en {bar}, au début.",
        Daily = days => $"Articles par jour, {days} derniers jours",
        DailySaid = (stories, days) => $"Graphique\u00A0: {Count(stories, "article", "articles")} ces {days} derniers jours.",
        MostOnDay = (most, day) => $"Maximum en un jour\u00A0: {most}, le {day}.",
        Growth = "Médias de chaque article pendant cette période, par son numéro",
        GrowthSaid = "Graphique\u00A0: combien de médias couvraient chaque article au début et à la fin de cette période.",
        FromTo = (number, from, to) => $"Article {number}\u00A0: de {from} à {to}.",
    };
}
