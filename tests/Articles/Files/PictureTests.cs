using System.Text;
using Articles.Files;

namespace Articles.Tests.Files;

public class PictureTests
{
    [Theory]
    [InlineData("https://i.example/a.svg", "an SVG")]
    [InlineData("https://i.example/a.SVG?v=2#x", "an SVG")]
    [InlineData("https://i.example/a.svgz", "an SVG")]
    [InlineData("https://i.example/report.pdf", "a PDF")]
    [InlineData("https://i.example/a.mp4", "a video")]
    [InlineData("https://i.example/a.m3u8", "a video")]
    [InlineData("https://i.example/a.tiff", "a TIFF")]
    [InlineData("https://i.example/a.html", "a page or document")]
    public void Picture_that_Discord_cannot_show_is_skipped_with_a_warning(string url, string kind)
    {
        const string good = "  - url: https://i.example/b.jpg\n    width: 9\n    height: 9";

        var reading = Read($"images:\n  - url: \"{url}\"\n    width: 1200\n    height: 675\n{good}");

        var warning = $"a.md:6:10: warning: This image is {kind}, which Discord can't show, so it is skipped. "
            + "Use a JPEG, PNG, GIF or WebP.";
        Assert.Equal(warning, Assert.Single(reading.Problems).ToString());
        Assert.Equal(["https://i.example/b.jpg"], reading.Article!.Images.Select(image => image.Url.AbsoluteUri));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 400)]
    [InlineData(1200, 1)]
    public void Tracking_pixel_is_skipped_with_a_warning(int width, int height)
    {
        var reading = Read($"images:\n  - url: https://i.example/t.gif\n    width: {width}\n    height: {height}");

        Assert.Contains("one pixel wide or high", Assert.Single(reading.Problems).Message);
        Assert.Empty(reading.Article!.Images);
    }

    [Theory]
    [InlineData("https://i.example/a.jpg")]
    [InlineData("https://i.example/a.svg.png")]
    [InlineData("https://i.example/svg")]
    [InlineData("https://i.example/image?file=a.svg")]
    [InlineData("https://mp4.example/")]
    public void Other_picture_is_kept(string url) =>
        Assert.Single(Read($"images:\n  - url: \"{url}\"\n    width: 1200\n    height: 675").Article!.Images);

    [Fact]
    public void Logos_and_related_pictures_are_skipped_too()
    {
        var reading = Read("""
            provider:
              name: G
              images:
                - url: https://i.example/logo.svg
                - url: https://i.example/logo.png
            related:
              - title: Elsewhere
                webUrl: https://b.example/
                images:
                  - url: https://i.example/c.mov
                    width: 9
                    height: 9
            """);

        Assert.Equal("https://i.example/logo.png", reading.Article!.Provider.Icon?.AbsoluteUri);
        Assert.Null(reading.Article.Related.Single().Image);
        Assert.Equal([8, 14], reading.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("icon: https://g.example/icon.svg")]
    [InlineData("images:\n  - url: https://g.example/icon.svg")]
    public void Logo_in_a_providers_file_is_skipped_too(string logo)
    {
        var bytes = Encoding.UTF8.GetBytes($"name: G\ndomain: g.example\n{logo}\n");

        var (provider, problems) = DefinitionReader.Provider("providers/g.yaml", bytes);

        Assert.Null(provider!.Icon);
        Assert.Contains("an SVG", Assert.Single(problems).Message);
    }

    static ArticleReading Read(string fields) => ArticleReader.Read(
        "a.md", Encoding.UTF8.GetBytes($"---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n{fields}\n---\n"));
}
