namespace Bot.Texts;

/// <summary>
/// The words in charts, below them, and in their place for readers who don't see them. In a chart only times stand, in the letters of
/// its font: Latin ones.
/// </summary>
sealed record ChartTexts
{
    /// <summary>A length of time.</summary>
    public required Func<int, string> Minutes { get; init; }

    /// <inheritdoc cref="Minutes"/>
    public required Func<int, string> Hours { get; init; }

    /// <inheritdoc cref="Minutes"/>
    public required Func<int, string> Days { get; init; }

    /// <summary>A day of the year, in a few letters.</summary>
    public required Func<DateOnly, string> Date { get; init; }

    /// <summary>How to read the chart of a story; with the length of time that a bar stands for.</summary>
    public required Func<string, string> Spread { get; init; }

    /// <summary>How many outlets reported a story, and within which time.</summary>
    public required Func<int, string, string> SpreadSaid { get; init; }

    /// <summary>How many outlets the highest bar has, which time it stands for, and how long after the first report it begins.</summary>
    public required Func<int, string, string, string> MostLater { get; init; }

    /// <summary>How many outlets the first bar has if it is the highest, and which time it stands for.</summary>
    public required Func<int, string, string> MostAtFirst { get; init; }

    /// <summary>What the chart of an outlet shows; with the number of days.</summary>
    public required Func<int, string> Daily { get; init; }

    /// <summary>How many stories an outlet had, and in how many days.</summary>
    public required Func<int, int, string> DailySaid { get; init; }

    /// <summary>The most stories of a day, and its date.</summary>
    public required Func<int, string, string> MostOnDay { get; init; }

    /// <summary>How to read the chart of a trend.</summary>
    public required string Growth { get; init; }

    /// <summary>Before the lines of <see cref="FromTo"/>.</summary>
    public required string GrowthSaid { get; init; }

    /// <summary>The number of a story in the list, and how many outlets had it at the beginning and at the end.</summary>
    public required Func<int, int, int, string> FromTo { get; init; }
}
