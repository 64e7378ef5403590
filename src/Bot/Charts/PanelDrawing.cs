using SkiaSharp;

namespace Bot.Charts;

/// <summary>
/// A <see cref="PanelChart"/> as a picture: two small charts in a row, each with its name above and the end of its scale beside.
/// </summary>
static class PanelDrawing
{
    const int Columns = 2;
    const int PlotHeight = 120;
    const float Gap = 14;
    const float GapBetween = 40;

    /// <summary>A name, the bars, and the times below them.</summary>
    const float PanelHeight = ChartFont.Size + Gap + PlotHeight + Gap + ChartFont.Size;

    public static byte[] Png(PanelChart chart)
    {
        var rows = (chart.Panels.Count + Columns - 1) / Columns;
        using var sheet = new ChartSheet((int)((2 * ChartSheet.Margin) + (rows * PanelHeight) + ((rows - 1) * GapBetween)));
        var width = (ChartSheet.Width - (2 * ChartSheet.Margin) - GapBetween) / Columns;
        foreach (var (at, panel) in chart.Panels.Index())
        {
            var left = ChartSheet.Margin + (at % Columns * (width + GapBetween));
            var top = ChartSheet.Margin + (at / Columns * (PanelHeight + GapBetween));
            Panel(sheet, SKRect.Create(left, top, width, PanelHeight), panel, chart);
        }

        return sheet.ToPng();
    }

    static void Panel(ChartSheet sheet, SKRect cell, ChartPanel panel, PanelChart chart)
    {
        var axis = CountAxis.To(panel.Bars.Max());
        var plot = SKRectI.Round(new SKRect(
            cell.Left + sheet.WidthOf(BarDrawing.Number(axis.Top)) + Gap,
            cell.Top + ChartFont.Size + Gap,
            cell.Right,
            cell.Bottom - ChartFont.Size - Gap));
        using var line = ChartSheet.Stroke(ChartColors.Grid, 2);
        foreach (var count in (int[])[0, axis.Top])
        {
            var y = BarDrawing.Y(plot, axis, count);
            sheet.Canvas.DrawLine(plot.Left, y, plot.Right, y, line);
            sheet.Write(BarDrawing.Number(count), plot.Left - Gap, y, SKTextAlign.Right);
        }

        BarDrawing.Bars(sheet, plot, axis, panel.Bars);
        sheet.Write(panel.Label, plot.Left, cell.Top + (ChartFont.Size / 2), SKTextAlign.Left, ChartColors.Mark);
        var below = plot.Bottom + Gap + (ChartFont.Size / 2);
        sheet.Write(chart.First, plot.Left, below, SKTextAlign.Left);
        sheet.Write(chart.Last, plot.Right, below, SKTextAlign.Right);
    }
}
