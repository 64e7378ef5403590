using System.Diagnostics;
using News.Reading;

namespace News.Tests.Reading;

public class BodyTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Two **boats** _waited_ ~~long~~.", "Two boats waited long.")]
    [InlineData("# Head\n\nText\nmore.", "Head\nText more.")]
    [InlineData("A [list of **closures**](https://a.example \"t\").", "A list of closures.")]
    [InlineData("![Seal on a slipway](https://a.example/1.jpg)", "Seal on a slipway")]
    [InlineData("See <https://a.example/x> or https://b.example/y.", "See https://a.example/x or https://b.example/y.")]
    [InlineData("Run `dotnet *test*`:\n\n```sh\ndotnet run\n# done\n```", "Run dotnet *test*:\ndotnet run\n# done")]
    [InlineData("- one\n- two\n  1. three", "one\ntwo\nthree")]
    [InlineData("> said\n> again", "said again")]
    [InlineData("| Boat | Time |\n|---|---|\n| Petrel | 9:40 |", "Boat Time \nPetrel 9:40")]
    [InlineData("<div>In <b>HTML</b></div>\n\nand <i>in</i> text &amp; more", "In HTML\nand in text & more")]
    [InlineData("<script>alert(1)</script>\n\nBoat", "Boat")]
    [InlineData("[a]: https://a.example\n\n[a] and [b]", "a and [b]")]
    [InlineData("3 < 5 \\* \u202Eabc", "3 < 5 * abc")]
    public void Plain_text_is_what_a_reader_reads(string markdown, string plain) => Assert.Equal(plain, BodyText.Plain(markdown));

    public static TheoryData<string> Bombs =>
    [
        new string('>', 20_000), new string('[', 50_000), new string('*', 50_000), string.Concat(Enumerable.Repeat("- ", 10_000)), string.Concat(Enumerable.Repeat("*a_ ", 20_000)),
        string.Concat(Enumerable.Repeat("![", 30_000)), string.Concat(Enumerable.Repeat("[a](", 20_000)), string.Concat(Enumerable.Repeat("<a ", 30_000)), new string('`', 50_000),
        string.Concat(Enumerable.Range(1, 300).Select(length => new string('`', length) + "a")), string.Concat(Enumerable.Repeat("|", 20_000)) + "\n|-|-|", string.Concat(Enumerable.Repeat("a|b\n-|-\n", 5_000)),
        string.Concat(Enumerable.Repeat("&amp;", 50_000)), string.Concat(Enumerable.Repeat("https://a.example ", 10_000)), string.Concat(Enumerable.Repeat("<!--", 20_000)), string.Concat(Enumerable.Repeat("[a]: b\n", 20_000)),
    ];

    [Fact]
    public void A_long_body_is_read_in_parts_that_nobody_sees()
    {
        var body = string.Join("\n\n", Enumerable.Range(0, 2000).Select(number => $"Paragraph **{number}**."));

        Assert.Equal(string.Join('\n', Enumerable.Range(0, 2000).Select(number => $"Paragraph {number}.")), BodyText.Plain(body));
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_body_that_means_harm_takes_no_time(string markdown)
    {
        var watch = Stopwatch.StartNew();
        BodyText.Plain(markdown);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{markdown[..20]}: {watch.Elapsed}");
    }
}
