using Bot.Texts;

namespace Bot.Charts;

/// <summary>How a story spread: the new outlets in each step of time since its first report, and all of them so far.</summary>
static class SpreadChart
{
    const int FewestOutlets = 3;
    const int MostBars = 18;
    const int MostTicks = 5;

    /// <param name="gaps">How long after the first report each outlet had its own, the first one first; the first is 0.</param>
    /// <returns>Null if there is too little to see: one or two outlets, or all at once.</returns>
    public static BarChart? Of(IReadOnlyList<TimeSpan> gaps, ChartTexts words)
    {
        if (gaps.Count < FewestOutlets || gaps[^1] < 3 * TimeStep.Shortest)
            return null;
        var step = TimeStep.For(gaps[^1], MostBars);
        var bars = new int[(gaps[^1].Ticks / step.Ticks) + 1];
        foreach (var gap in gaps)
            bars[gap.Ticks / step.Ticks]++;
        var bar = TimeStep.Text(step, step, words);
        return new()
        {
            Bars = bars,
            HasTotal = true,
            Ticks = Ticks(step, bars.Length, words),
            Caption = words.Spread(bar),
            Said = $"{words.SpreadSaid(gaps.Count, TimeStep.Rounded(gaps[^1], words))} {Most(bars, step, words)}".TrimEnd(),
        };
    }

    /// <summary>Times since the first report, which need no time zone.</summary>
    static IReadOnlyList<ChartTick> Ticks(TimeSpan step, int bars, ChartTexts words)
    {
        var apart = TimeStep.For(bars * step, MostTicks);
        return
        [
            .. Enumerable.Range(0, (int)(bars * step / apart) + 1).Select(number => new ChartTick(
                number * apart / step,
                number == 0 ? "0" : $"+{TimeStep.Text(number * apart, apart, words)}")),
        ];
    }

    /// <summary>Empty if no two outlets are in the same bar.</summary>
    static string Most(int[] bars, TimeSpan step, ChartTexts words)
    {
        var (at, most) = (Array.IndexOf(bars, bars.Max()), bars.Max());
        var bar = TimeStep.Text(step, step, words);
        return most == 1 ? "" : at == 0 ? words.MostAtFirst(most, bar) : words.MostLater(most, bar, TimeStep.Text(at * step, step, words));
    }
}
