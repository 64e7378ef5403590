using SkiaSharp;

namespace Bot.Charts;

/// <summary>The font of charts, which comes with the program: Inter, with Latin letters alone.</summary>
static class ChartFont
{
    /// <summary>In a picture of <see cref="ChartSheet.Width"/>, this is legible on a phone, too.</summary>
    public const float Size = 30;

    const string Resource = "Inter-SemiBold.ttf";

    static readonly Lazy<SKTypeface> Typeface = new(Load);

    /// <param name="size">Pixels.</param>
    public static SKFont Of(float size) => new(Typeface.Value, size) { Edging = SKFontEdging.Antialias };

    static SKTypeface Load()
    {
        using var font = typeof(ChartFont).Assembly.GetManifestResourceStream(Resource)!;
        return SKTypeface.FromStream(font);
    }
}
