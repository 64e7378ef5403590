using Bot.Charts;
using Bot.Texts;
using Desk.Channels;
using Desk.Outbox;
using SkiaSharp;

namespace Bot.Tests.Charts;

/// <summary>The pictures, as Discord gets them.</summary>
public class ChartDrawerTests
{
    static readonly BarChart Bars = SpreadChart.Of(
        [.. Enumerable.Range(0, 140).Select(number => TimeSpan.FromMinutes(number * number / 5))], BotTexts.English.Charts)!;

    static readonly GrowthChart Growth = new()
    {
        Lines = [.. Enumerable.Range(0, 10).Select(number => new GrowthLine(
            number % 3, [.. Enumerable.Range(1, 12 - number).Select(step => step / (13.0 + number))]))],
        Caption = "How to read it",
        Said = "What it says",
    };

    static readonly PanelChart Panels = WeeklyChart.Of(
        [.. Enumerable.Range(0, 12).Select(week => new ChannelWeek
        {
            Monday = new DateOnly(2026, 9, 7).AddDays(7 * week),
            Posts = 30 + (week * week % 11),
            Edits = 80 * week,
            Follows = week % 3,
            Presses = 12_000 - (900 * week),
        })])!;

    public static TheoryData<string, int> Charts => new() { { "bars", 320 }, { "growth", 408 }, { "panels", 508 } };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Picture_is_small_and_brings_its_own_background(string kind, int height)
    {
        var png = Drawer.Png(Of(kind));
        using var picture = SKBitmap.Decode(png);

        Assert.InRange(png.Length, 1_000, 30_000);
        Assert.Equal((800, height), (picture.Width, picture.Height));
        Assert.Equal(0, picture.GetPixel(0, 0).Alpha);
        Assert.Equal(new SKColor(0xFF000000 | ChartColors.Background), picture.GetPixel(picture.Width / 2, 8));
        var inside = picture.Pixels.Chunk(picture.Width).Skip(20).SkipLast(20).SelectMany(row => row[2..^2]);
        Assert.All(inside.Distinct(), color => Assert.Equal(255, color.Alpha));
    }

    [Fact]
    public void Labels_and_marks_stand_out_from_the_background_that_the_picture_has()
    {
        using var picture = SKBitmap.Decode(Drawer.Png(Bars));
        var background = picture.GetPixel(picture.Width / 2, 8);

        Assert.All([ChartColors.Label, ChartColors.Mark, ChartColors.Total], color =>
        {
            Assert.Contains(new SKColor(0xFF000000 | color), picture.Pixels);
            Assert.InRange(Contrast(new(color), background), 4.5, 21);
        });
    }

    [Fact]
    public void Font_has_every_letter_of_every_language()
    {
        using var font = ChartFont.Of(10);

        Assert.All(Language.All.Select(language => BotTexts.Of(language.Code).Charts), words => Assert.All(
            Enumerable.Range(1, 12).SelectMany(number => (string[])
                [$"+{words.Minutes(number)}", words.Hours(number), words.Days(number), words.Date(new(2026, number, number * 2))]),
            text => Assert.True(font.ContainsGlyphs(text), text)));
    }

    [Fact]
    public void Font_has_the_names_of_small_charts()
    {
        using var font = ChartFont.Of(10);

        Assert.All(
            [Panels.First, Panels.Last, .. Panels.Panels.Select(panel => panel.Label)],
            text => Assert.True(font.ContainsGlyphs(text), text));
    }

    [Fact]
    public void Picture_has_its_words_on_the_file_and_in_the_embed()
    {
        var drawn = Drawer.Draw(Growth, isAllowed: true)!;

        Assert.Equal(("chart.png", "What it says"), (drawn.Files.Single().Filename, drawn.Files.Single().Description));
        Assert.Equal(("attachment://chart.png", "What it says"), (drawn.Image.Url, drawn.Image.Description));
        Assert.Equal("-# How to read it", drawn.Caption);
    }

    [Fact]
    public void Without_a_chart_or_the_right_to_send_files_nothing_is_drawn()
    {
        var drawer = new ChartDrawer(new RecordingLogger<ChartDrawer>()) { Png = _ => throw new InvalidOperationException() };

        Assert.Null(drawer.Draw(chart: null, isAllowed: true));
        Assert.Null(drawer.Draw(Bars, isAllowed: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Machine_without_the_library_gets_no_charts_and_one_line_in_the_log(bool isInitializer)
    {
        var log = new RecordingLogger<ChartDrawer>();
        var missing = new DllNotFoundException("libSkiaSharp");
        var drawer = new ChartDrawer(log) { Png = _ => throw (isInitializer ? new TypeInitializationException("Skia", missing) : missing) };

        Assert.Null(drawer.Draw(Bars, isAllowed: true));
        Assert.Null(drawer.Draw(Growth, isAllowed: true));
        Assert.Equal(["Charts can't be drawn on this machine, so answers go without them"], log.Lines);
    }

    static ChartDrawer Drawer => new(new RecordingLogger<ChartDrawer>());

    static Chart Of(string kind) => kind switch
    {
        "bars" => Bars,
        "growth" => Growth,
        _ => Panels,
    };

    /// <summary>See https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.</summary>
    static double Contrast(SKColor first, SKColor second)
    {
        double[] both = [Luminance(first), Luminance(second)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    static double Luminance(SKColor color) => (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    static double Linear(byte part) => part <= 10 ? part / 255.0 / 12.92 : Math.Pow(((part / 255.0) + 0.055) / 1.055, 2.4);
}
