using System.Globalization;
using SkiaSharp;

namespace Bot.Charts;

/// <summary>
/// A <see cref="GrowthChart"/> as a picture: up to five small charts in a row, each with the story's number and its outlets at the end.
/// </summary>
static class GrowthDrawing
{
    const int MostInRow = 5;
    const int RowHeight = 164;
    const float Gap = 28;
    const float Badge = 22;
    const float LineWidth = 4;

    public static byte[] Png(GrowthChart chart)
    {
        var rows = (chart.Lines.Count + MostInRow - 1) / MostInRow;
        var columns = (chart.Lines.Count + rows - 1) / rows;
        using var sheet = new ChartSheet((int)((2 * ChartSheet.Margin) + (rows * RowHeight) + ((rows - 1) * Gap)));
        var width = MathF.Floor((ChartSheet.Width - (2 * ChartSheet.Margin) - ((columns - 1) * Gap)) / columns);
        var most = chart.Lines.Max(line => line.After);
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            var cell = SKRect.Create(
                ChartSheet.Margin + (i % columns * (width + Gap)),
                ChartSheet.Margin + (i / columns * (RowHeight + Gap)),
                width,
                RowHeight);
            Cell(sheet, cell, i + 1, chart.Lines[i], most);
        }

        return sheet.ToPng();
    }

    static void Cell(ChartSheet sheet, SKRect cell, int number, GrowthLine line, int most)
    {
        using var badge = ChartSheet.Fill(ChartColors.Label);
        sheet.Canvas.DrawCircle(cell.Left + Badge, cell.Top + Badge, Badge, badge);
        sheet.Write(Number(number), cell.Left + Badge, cell.Top + Badge, SKTextAlign.Center, ChartColors.Background);
        sheet.Write(Number(line.After), cell.Right, cell.Top + Badge, SKTextAlign.Right, ChartColors.Mark, isLarge: true);

        var plot = new SKRect(cell.Left, cell.Top + (2 * Badge) + 14, cell.Right, cell.Bottom);
        using var baseline = ChartSheet.Stroke(ChartColors.Grid, 2);
        sheet.Canvas.DrawLine(plot.Left, plot.Bottom, plot.Right, plot.Bottom, baseline);
        using var area = Steps(plot, line, most, isArea: true);
        using var fill = ChartSheet.Fill(ChartColors.Mark, opacity: 60);
        sheet.Canvas.DrawPath(area, fill);
        using var steps = Steps(plot, line, most, isArea: false);
        using var stroke = ChartSheet.Stroke(ChartColors.Mark, LineWidth);
        sheet.Canvas.DrawPath(steps, stroke);
    }

    static SKPath Steps(SKRect plot, GrowthLine line, int most, bool isArea)
    {
        using var path = new SKPathBuilder();
        var count = line.Before;
        path.MoveTo(plot.Left, Y(count));
        foreach (var joined in line.Joined)
        {
            var x = MathF.Round(plot.Left + (float)((plot.Width - LineWidth) * joined));
            path.LineTo(x, Y(count));
            path.LineTo(x, Y(++count));
        }

        path.LineTo(plot.Right, Y(count));
        if (isArea)
        {
            path.LineTo(plot.Right, plot.Bottom);
            path.LineTo(plot.Left, plot.Bottom);
        }

        return path.Detach();

        float Y(int outlets) => MathF.Round(plot.Bottom - (plot.Height * outlets / most));
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
