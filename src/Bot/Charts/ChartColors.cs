namespace Bot.Charts;

/// <summary>
/// The colors of charts, 0xRRGGBB. Discord is dark or light and doesn't say which, so that a chart brings its own background. What
/// has to be told apart differs in shape, too.
/// </summary>
static class ChartColors
{
    public const uint Background = 0x1E1F24;

    /// <summary>Around the background, for places that are as dark.</summary>
    public const uint Edge = 0x4A4D57;

    public const uint Grid = 0x3B3E47;

    public const uint Label = 0xD0D4DB;

    /// <summary>Of bars, and of the lines of small charts.</summary>
    public const uint Mark = 0x6CA8FF;

    public const uint Total = 0xFFC857;
}
