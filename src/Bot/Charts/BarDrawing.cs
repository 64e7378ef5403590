using System.Globalization;
using SkiaSharp;

namespace Bot.Charts;

/// <summary>A <see cref="BarChart"/> as a picture.</summary>
static class BarDrawing
{
    const int Height = 320;
    const float Gap = 14;
    const float WidestBar = 110;

    public static byte[] Png(BarChart chart)
    {
        using var sheet = new ChartSheet(Height);
        var axis = CountAxis.To(chart.Top);
        var plot = SKRectI.Round(new SKRect(
            ChartSheet.Margin + sheet.WidthOf(Number(axis.Top)) + Gap,
            ChartSheet.Margin + (ChartFont.Size / 2),
            ChartSheet.Width - ChartSheet.Margin - (chart.HasTotal ? sheet.WidthOf(Number(chart.Top), isLarge: true) + Gap : 0),
            Height - ChartSheet.Margin - ChartFont.Size - Gap));
        Grid(sheet, plot, axis);
        if (chart.HasTotal)
            Total(sheet, plot, axis, chart, isArea: true);
        Bars(sheet, plot, axis, chart.Bars);
        if (chart.HasTotal)
            Total(sheet, plot, axis, chart, isArea: false);
        Ticks(sheet, plot, chart);
        return sheet.ToPng();
    }

    static void Grid(ChartSheet sheet, SKRect plot, CountAxis axis)
    {
        using var line = ChartSheet.Stroke(ChartColors.Grid, 2);
        for (var count = 0; count <= axis.Top; count += axis.Step)
        {
            var y = Y(plot, axis, count);
            sheet.Canvas.DrawLine(plot.Left, y, plot.Right, y, line);
            sheet.Write(Number(count), plot.Left - Gap, y, SKTextAlign.Right);
        }
    }

    internal static void Bars(ChartSheet sheet, SKRect plot, CountAxis axis, IReadOnlyList<int> bars)
    {
        var slot = plot.Width / bars.Count;
        var width = MathF.Round(Math.Min(slot * 0.72f, WidestBar));
        var corner = Math.Min(5, width / 4);
        using var fill = ChartSheet.Fill(ChartColors.Mark);
        for (var i = 0; i < bars.Count; i++)
        {
            var left = MathF.Round(plot.Left + (slot * i) + ((slot - width) / 2));
            using var bar = new SKRoundRect();
            bar.SetRectRadii(
                new SKRect(left, Y(plot, axis, bars[i]), left + width, plot.Bottom),
                [new(corner, corner), new(corner, corner), SKPoint.Empty, SKPoint.Empty]);
            if (bars[i] > 0)
                sheet.Canvas.DrawRoundRect(bar, fill);
        }
    }

    /// <summary>A step at the beginning of each bar, so that the first bar ends at the line.</summary>
    static void Total(ChartSheet sheet, SKRect plot, CountAxis axis, BarChart chart, bool isArea)
    {
        var (slot, sum) = (plot.Width / chart.Bars.Count, 0);
        using var steps = new SKPathBuilder();
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            sum += chart.Bars[i];
            var y = Y(plot, axis, sum);
            if (i == 0)
                steps.MoveTo(plot.Left, y);
            else
                steps.LineTo(MathF.Round(plot.Left + (slot * i)), y);
            steps.LineTo(MathF.Round(plot.Left + (slot * (i + 1))), y);
        }

        if (isArea)
        {
            steps.LineTo(plot.Right, plot.Bottom);
            steps.LineTo(plot.Left, plot.Bottom);
        }

        using var path = steps.Detach();
        using var paint = isArea ? ChartSheet.Fill(ChartColors.Total, opacity: 36) : ChartSheet.Stroke(ChartColors.Total, 4);
        sheet.Canvas.DrawPath(path, paint);
        if (!isArea)
            sheet.Write(Number(sum), plot.Right + Gap, Y(plot, axis, sum), SKTextAlign.Left, ChartColors.Total, isLarge: true);
    }

    static void Ticks(ChartSheet sheet, SKRect plot, BarChart chart)
    {
        using var line = ChartSheet.Stroke(ChartColors.Label, 2);
        var free = 0f;
        foreach (var tick in chart.Ticks)
        {
            var x = MathF.Round(plot.Left + (float)(plot.Width / chart.Bars.Count * tick.At));
            sheet.Canvas.DrawLine(x, plot.Bottom, x, plot.Bottom + (Gap / 2), line);
            var half = sheet.WidthOf(tick.Label) / 2;
            var middle = Math.Clamp(x, ChartSheet.Margin + half, ChartSheet.Width - ChartSheet.Margin - half);
            // A label that would touch the one before it is left out.
            if (middle - half < free)
                continue;
            sheet.Write(tick.Label, middle, plot.Bottom + Gap + (ChartFont.Size / 2), SKTextAlign.Center);
            free = middle + half + Gap;
        }
    }

    internal static float Y(SKRect plot, CountAxis axis, int count) => MathF.Round(plot.Bottom - (plot.Height * count / axis.Top));

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
