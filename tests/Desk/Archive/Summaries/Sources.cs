using Desk.Archive;
using Desk.Archive.Summaries;

namespace Desk.Tests.Archive.Summaries;

/// <summary>Sources for summaries.</summary>
static class Sources
{
    /// <summary>In English, published on Wednesday, March 11, 2026.</summary>
    public static IReadOnlyList<SummarySource> English { get; } =
    [
        Of(
            "Harbour Gazette",
            "Ferries to Skye stop until March 15",
            "CalMac cancelled 24 sailings after a storm damaged the pier at Mallaig. Repairs cost £1.5 million, the company said.",
            "\"We are sorry for every passenger,\" said Morag MacLeod of CalMac.",
            "About two thousand people in the US and the UK had booked; 35% of them want their money back by 10:30 a.m. on Friday."),
        Of("Tidal Post", "NASA satellite shows damage", "The pier lost 1,234 tonnes of stone and a COVID-19 test center."),
    ];

    public static IReadOnlyList<SummarySource> German { get; } =
    [
        Of(
            "Hafenblatt",
            "Fähren nach Föhr fallen aus",
            "Die Reederei strich 24 Fahrten, weil ein Sturm die Mole beschädigte. Die Reparatur kostet 1,5 Millionen Euro."),
    ];

    public static IReadOnlyList<SummarySource> French { get; } =
    [
        Of("Le Phare", "Les ferries vers Ouessant sont arrêtés", "Le président de l'Élysée a promis vingt-cinq navires en septembre."),
    ];

    public static IReadOnlyList<SummarySource> Japanese { get; } = [Of("港新聞", "東京湾のフェリーが停止", "嵐で桟橋が壊れた。")];

    public static IReadOnlyList<SummarySource> Russian { get; } =
        [Of("Маяк", "Паромы в Кронштадт остановлены", "Шторм повредил причал, ремонт займёт 3 дня.")];

    public static SummarySource Of(string outlet, string title, string excerpt, params IReadOnlyList<string> passages) => new(
        new Headline
        {
            Id = 1,
            Path = "a.md",
            Title = title,
            Excerpt = excerpt,
            PublishedAt = DateTimeOffset.Parse("2026-03-11T12:00:00Z"),
            Link = new("https://gazette.example/a"),
            ProviderName = outlet,
            ProviderDomain = "gazette.example",
            Outlets = 1,
        },
        passages);
}
