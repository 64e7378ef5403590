using Discord.Models;
using Microsoft.Extensions.Logging;

namespace Bot.Charts;

/// <summary>
/// Draws charts. What draws is a library of the machine's own kind, which is loaded for the first chart; where it doesn't run, answers
/// go out without charts.
/// </summary>
sealed partial class ChartDrawer(ILogger<ChartDrawer> log)
{
    const string FileName = "chart.png";

    int failures;

    /// <summary>Makes the bytes of a PNG.</summary>
    internal Func<Chart, byte[]> Png { get; init; } = chart => chart switch
    {
        BarChart bars => BarDrawing.Png(bars),
        GrowthChart growth => GrowthDrawing.Png(growth),
        PanelChart panels => PanelDrawing.Png(panels),
        _ => throw new ArgumentException($"Unhandled kind of chart {chart.GetType()}", nameof(chart)),
    };

    /// <param name="isAllowed">Whether the bot may send files.</param>
    /// <returns>Null without a chart, and if it can't be drawn, which the log says once.</returns>
    public DrawnChart? Draw(Chart? chart, bool isAllowed)
    {
        if (chart is null || !isAllowed)
            return null;
        try
        {
            var said = DiscordText.Shorten(chart.Said, DiscordLimits.MediaDescription);
            IReadOnlyList<MessageAttachment> files = [MessageAttachment.Upload(FileName, Png(chart)) with { Description = said }];
            return new(new() { Url = $"attachment://{FileName}", Description = said }, files, $"-# {chart.Caption}");
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException or FileNotFoundException
            or BadImageFormatException or EntryPointNotFoundException)
        {
            if (Interlocked.Increment(ref failures) == 1)
                LogNotDrawn(failure);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Charts can't be drawn on this machine, so answers go without them")]
    partial void LogNotDrawn(Exception failure);
}

/// <param name="Caption">How to read it, for the end of the embed's text.</param>
sealed record DrawnChart(EmbedImage Image, IReadOnlyList<MessageAttachment> Files, string Caption);
