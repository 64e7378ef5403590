namespace Bot.Charts;

/// <summary>Which numbers stand beside a chart: whole ones, a few, and at the same distance.</summary>
/// <param name="Step">From one to the next.</param>
/// <param name="Top">The highest: a multiple of the step.</param>
readonly record struct CountAxis(int Step, int Top)
{
    const int MostSteps = 4;

    /// <param name="highest">The highest number that the chart shows; 0 is like 1.</param>
    public static CountAxis To(int highest)
    {
        for (var unit = 1; ; unit *= 10)
        {
            foreach (var step in (int[])[unit, 2 * unit, 5 * unit])
            {
                var steps = (Math.Max(1, highest) + step - 1) / step;
                if (steps <= MostSteps)
                    return new(step, steps * step);
            }
        }
    }
}
