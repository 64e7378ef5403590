using SkiaSharp;

namespace Bot.Charts;

/// <summary>A picture with the background of charts, and what all of them draw.</summary>
sealed class ChartSheet : IDisposable
{
    /// <summary>Pixels; about twice as many as Discord shows on a screen of usual density.</summary>
    public const int Width = 800;

    /// <summary>Pixels between the edge of the picture and what is drawn.</summary>
    public const float Margin = 26;

    const float Corner = 18;

    readonly SKSurface surface;
    readonly SKFont font = ChartFont.Of(ChartFont.Size);
    readonly SKFont largeFont = ChartFont.Of(ChartFont.Size * 1.25f);

    /// <param name="height">Pixels.</param>
    public ChartSheet(int height)
    {
        surface = SKSurface.Create(new SKImageInfo(Width, height));
        var area = new SKRect(1, 1, Width - 1, height - 1);
        using var background = Fill(ChartColors.Background);
        using var edge = Stroke(ChartColors.Edge, 2);
        Canvas.DrawRoundRect(area, Corner, Corner, background);
        Canvas.DrawRoundRect(area, Corner, Corner, edge);
    }

    public SKCanvas Canvas => surface.Canvas;

    public float WidthOf(string text, bool isLarge = false) => (isLarge ? largeFont : font).MeasureText(text);

    /// <param name="y">Of the middle of the digits.</param>
    public void Write(string text, float x, float y, SKTextAlign align, uint color = ChartColors.Label, bool isLarge = false)
    {
        var used = isLarge ? largeFont : font;
        using var paint = Fill(color);
        Canvas.DrawText(text, MathF.Round(x), MathF.Round(y + (used.Metrics.CapHeight / 2)), align, used, paint);
    }

    /// <param name="opacity">From 0 to 255.</param>
    public static SKPaint Fill(uint color, byte opacity = 255) =>
        new() { Color = new SKColor(color | 0xFF000000).WithAlpha(opacity), IsAntialias = true };

    /// <param name="width">Pixels.</param>
    public static SKPaint Stroke(uint color, float width)
    {
        var paint = Fill(color);
        paint.IsStroke = true;
        paint.StrokeWidth = width;
        return paint;
    }

    /// <summary>Without filters, which make pictures of few colors larger.</summary>
    public byte[] ToPng()
    {
        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 6))!;
        return png.ToArray();
    }

    public void Dispose()
    {
        largeFont.Dispose();
        font.Dispose();
        surface.Dispose();
    }
}
