using Bot.Pictures;
using SkiaSharp;

namespace Bot.Tests.Pictures;

public class PictureTests
{
    public static TheoryData<SKEncodedImageFormat, string> Formats => new()
    {
        { SKEncodedImageFormat.Png, "png" }, { SKEncodedImageFormat.Jpeg, "jpg" }, { SKEncodedImageFormat.Webp, "webp" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void File_is_what_its_bytes_say(SKEncodedImageFormat format, string extension)
    {
        var file = Samples.Of(format, 640, 360);

        Assert.Equal(new(extension, 640, 360), PictureHeader.Read(file));
        Assert.Equal(extension, Picture.Of(file).Extension);
    }

    [Fact]
    public void Other_kinds_of_WebP_and_GIF_are_read_too()
    {
        Assert.Equal(new("gif", 640, 360), PictureHeader.Read(Samples.Gif(640, 360)));
        Assert.Equal(new("webp", 640, 360), PictureHeader.Read(Samples.LosslessWebP(640, 360)));
        Assert.Equal(new("webp", 640, 360), PictureHeader.Read(Samples.ExtendedWebP(640, 360)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void File_that_is_cut_off_anywhere_is_none(SKEncodedImageFormat format, string extension)
    {
        var file = Samples.Of(format, 300, 200);

        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Null(PictureHeader.Read(file.AsSpan(0, length))));
        Assert.Equal(extension, PictureHeader.Read([.. file, 0, 0])?.Extension);
    }

    [Theory]
    [InlineData(199, 300, "width is 199 pixels, which is less than 200")]
    [InlineData(200, 1, null)]
    [InlineData(10_001, 200, "size is 10001 × 200 pixels")]
    [InlineData(9_000, 9_000, "size is 9000 × 9000 pixels")]
    [InlineData(60_000, 60_000, "size is 60000 × 60000 pixels")]
    [InlineData(640, 0, "size is 640 × 0 pixels")]
    public void Size_has_to_be_one_that_cards_can_show(int width, int height, string? problem) =>
        Assert.Equal(problem, Problem(Samples.Gif(width, height)));

    [Theory]
    [InlineData("<!doctype html><title>Are you a robot?</title>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"360\"/>")]
    [InlineData("BM")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void Anything_else_is_none(string text) =>
        Assert.Equal("file is no whole PNG, JPEG, GIF, or WebP", Problem(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Any_bytes_after_a_beginning_are_read_without_a_failure()
    {
        var random = new Random(1);
        foreach (var format in Formats.Select(one => one.Data.Item1))
        {
            var file = Samples.Of(format, 300, 200);
            for (var number = 0; number < 2_000; number++)
            {
                var broken = (byte[])file.Clone();
                random.NextBytes(broken.AsSpan(random.Next(12, 40), random.Next(1, 20)));
                PictureHeader.Read(broken);
            }
        }
    }

    static string? Problem(byte[] file)
    {
        try
        {
            Picture.Of(file);
            return null;
        }
        catch (PictureException failure)
        {
            return failure.Message;
        }
    }
}

/// <summary>Files of pictures, the small ones by hand: their headers, and no pixels.</summary>
static class Samples
{
    public static byte[] Of(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

    public static byte[] Png(int width = 800, int height = 400) => Of(SKEncodedImageFormat.Png, width, height);

    public static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x3B];

    public static byte[] LosslessWebP(int width, int height) =>
        WebP("VP8L"u8, [0x2F, .. BitConverter.GetBytes((width - 1) | ((height - 1) << 14)), 0, 0, 0, 0, 0]);

    public static byte[] ExtendedWebP(int width, int height) =>
        WebP("VP8X"u8, [0, 0, 0, 0, .. BitConverter.GetBytes(width - 1)[..3], .. BitConverter.GetBytes(height - 1)[..3]]);

    static byte[] WebP(ReadOnlySpan<byte> kind, byte[] data) =>
        [.. "RIFF"u8, .. BitConverter.GetBytes(12 + data.Length), .. "WEBP"u8, .. kind, .. BitConverter.GetBytes(data.Length), .. data];
}
