namespace Bot.Charts;

/// <summary>What a chart shows, in numbers. <see cref="ChartDrawer"/> makes it a picture.</summary>
abstract record Chart
{
    /// <summary>How to read it, for the text around it.</summary>
    public required string Caption { get; init; }

    /// <summary>What it says, for readers who don't see it.</summary>
    public required string Said { get; init; }
}

/// <summary>A bar for each step of time, from left to right.</summary>
sealed record BarChart : Chart
{
    /// <summary>How high each bar is; at least one, and none below 0.</summary>
    public required IReadOnlyList<int> Bars { get; init; }

    /// <summary>Whether a line shows the sum of the bars so far.</summary>
    public bool HasTotal { get; init; }

    /// <summary>Below the bars.</summary>
    public required IReadOnlyList<ChartTick> Ticks { get; init; }

    /// <summary>The highest number that it shows.</summary>
    public int Top => HasTotal ? Bars.Sum() : Bars.Max();
}

/// <param name="At">Where, in widths of a bar from the left edge of the first one.</param>
/// <param name="Label">In the letters of <see cref="ChartFont"/>.</param>
sealed record ChartTick(double At, string Label);

/// <summary>Small charts side by side, each with a bar for each step of the same time, and each on a scale of its own.</summary>
sealed record PanelChart : Chart
{
    /// <summary>Row by row; at least one.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>When the first bar begins, in the letters of <see cref="ChartFont"/>.</summary>
    public required string First { get; init; }

    /// <summary>When the last bar begins.</summary>
    public required string Last { get; init; }
}

/// <param name="Label">What it counts, in the letters of <see cref="ChartFont"/>.</param>
/// <param name="Bars">As with <see cref="BarChart.Bars"/>.</param>
sealed record ChartPanel(string Label, IReadOnlyList<int> Bars);

/// <summary>A small chart for each story, all on the same scale.</summary>
sealed record GrowthChart : Chart
{
    /// <summary>In the order of the list above them, where they have the numbers from 1.</summary>
    public required IReadOnlyList<GrowthLine> Lines { get; init; }
}

/// <summary>How many outlets had a story.</summary>
/// <param name="Before">How many had it at the beginning.</param>
/// <param name="Joined">When others joined, the first one first: from 0, the beginning of the time, to 1, its end.</param>
sealed record GrowthLine(int Before, IReadOnlyList<double> Joined)
{
    public int After => Before + Joined.Count;
}
