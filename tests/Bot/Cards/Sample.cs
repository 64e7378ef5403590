using Articles;
using Articles.Stories;

namespace Bot.Tests.Cards;

/// <summary>Stories as tests and pictures need them.</summary>
static class Sample
{
    public static DateTimeOffset Now { get; } = DateTimeOffset.Parse("2026-11-24T12:00:00Z");

    static readonly string[] Outlets =
    [
        "Ostrel Radio", "The Lantern", "Kelm Courier", "Coast Wire", "The Tidal Post", "Grid Ledger", "Stannick Mercury", "Fennet Islander",
        "Quayside Business", "Shore Buzz", "North Quay Daily", "The Breakwater", "Anchor & Rope",
    ];

    static readonly string[] Headlines =
    [
        "Nine hours in the dark: how Storm Marmalade cut the power to half the coast",
            "Grid operator apologises after longest cut in a decade",
        "Storm Marmalade: what we know so far", "Old town without power, schools stay closed",
            "Why one transformer held up forty thousand homes",
        "Crews work through the night to restore power", "In pictures: the coast by candlelight",
    ];

    public static Article Lead { get; } = new()
    {
        Id = 7,
        PublicKey = 7,
        Path = "storm.md",
        Title = "Storm Marmalade cuts power to forty thousand homes",
        Excerpt = "Gusts of 131 km/h brought down lines between Kelm and Stannick before dawn. The grid operator expects most homes to "
            + "have power again by noon; schools in the old town stay closed.",
        PublishedAt = Now.AddHours(-5),
        WebUrl = new("https://harbourgazette.example/storm-cuts-power"),
        Provider = new("The Harbour Gazette", "harbourgazette.example", new("https://harbourgazette.example/icon.png")),
        Topics = ["Energy", "Weather and tides"],
        Images = [new(new("https://harbourgazette.example/storm.jpg"), 1200, 630)],
        Quality = 92,
        Heat = 74,
    };

    /// <summary>The lead's line, then others, best first; every fifth text is printed again elsewhere.</summary>
    /// <param name="lead">What stands for it.</param>
    /// <param name="outlets">With the lead's own.</param>
    public static Story Of(Article lead, int outlets)
    {
        var own = new CoverageLine { Title = lead.Title, Excerpt = lead.Excerpt, Provider = lead.Provider, Link = lead.Link,
            PublishedAt = lead.PublishedAt, Quality = lead.Quality, Type = lead.Type, ArticleId = lead.Id };
        return Of(lead, [own, .. Enumerable.Range(1, outlets - 1).Where(number => number % 5 != 4).Select(number =>
            Line(number) with { Reprints = number % 5 == 3 && number + 1 < outlets ? [Line(number + 1)] : [] })]);
    }

    public static Story Of(Article lead, params IReadOnlyList<CoverageLine> lines)
    {
        CoverageLine[] all = [.. lines, .. lines.SelectMany(line => line.Reprints)];
        return new()
        {
            Id = lead.Id,
            Lead = lead,
            Articles = [lead],
            FirstSeenAt = Now,
            Coverage = new()
            {
                Lines = lines,
                Links = all.Length,
                Outlets = all.DistinctBy(line => line.Provider.Domain).Count(),
                First = all.Where(line => line.PublishedAt is not null).MinBy(line => line.PublishedAt),
                Best = all.Where(line => line.Quality is not null).MaxBy(line => line.Quality),
                Latest = all.Where(line => line.PublishedAt is not null).MaxBy(line => line.PublishedAt),
            },
        };
    }

    public static CoverageLine Line(int number)
    {
        var outlet = number <= Outlets.Length ? Outlets[number - 1] : $"{Outlets[number % Outlets.Length]} {number}";
        return new()
        {
            Title = Headlines[number % Headlines.Length],
            Excerpt = "What happened, told by those who were there.",
            Provider = new(outlet, $"outlet{number}.example"),
            Link = new($"https://outlet{number}.example/storm/{number}"),
            PublishedAt = number % 7 == 6 ? null : Now.AddMinutes(-360 + ((number * 37) % 350)),
            Type = number % 9 == 2 ? "video" : "article",
            Quality = 90 - number,
        };
    }
}
