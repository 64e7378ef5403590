using Articles.Text;

namespace Articles.Tests.Text;

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
    public void Plain_text_is_what_readers_see(string markdown, string plain) => Assert.Equal(plain, BodyText.Plain(markdown));

    public static TheoryData<string> Bombs =>
    [
        new string('>', 20_000), new string('[', 50_000), new string('*', 50_000), new string('`', 50_000),
        Repeated("- ", 10_000), Repeated("*a_ ", 20_000), Repeated("![", 30_000), Repeated("[a](", 20_000), Repeated("<a ", 30_000),
        string.Concat(Enumerable.Range(1, 300).Select(length => new string('`', length) + "a")),
        Repeated("|", 20_000) + "\n|-|-|", Repeated("a|b\n-|-\n", 5_000), Repeated("&amp;", 50_000),
        Repeated("https://a.example ", 10_000), Repeated("<!--", 20_000), Repeated("[a]: b\n", 20_000),
    ];

    [Fact]
    public void Long_body_is_read_in_parts_without_a_trace()
    {
        var body = string.Join("\n\n", Enumerable.Range(0, 2000).Select(number => $"Paragraph **{number}**."));

        Assert.Equal(string.Join('\n', Enumerable.Range(0, 2000).Select(number => $"Paragraph {number}.")), BodyText.Plain(body));
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Malicious_body_is_read_with_bounded_work(string markdown)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        BodyText.Plain(markdown);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 20_000_000, $"{markdown[..20]}: {allocated} bytes");
    }

    static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
