using System.Text;
using Articles.Files;

namespace Articles.Tests.Files;

/// <summary>Files made by mistake or in bad faith: each is read, or rejected with a reason, with work that its size explains.</summary>
public class HostileFileTests
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "brackets under an unknown field", Minimal("extra: " + new string('[', 100_000)) },
        { "braces", Minimal("extra: " + new string('{', 100_000)) },
        { "closed brackets", Minimal("extra: [" + string.Concat(Enumerable.Repeat("[\"]\"],", 20_000)) + "]") },
        { "dashes", Minimal("extra:\n  " + string.Concat(Enumerable.Repeat("- ", 59_000))) },
        { "questions", Minimal(string.Concat(Enumerable.Repeat("? ", 59_000))) },
        { "colons", Minimal("a" + string.Concat(Enumerable.Repeat(": ", 59_000))) },
        { "indentation", Minimal(string.Concat(Enumerable.Range(0, 480).Select(depth => new string(' ', depth) + "a:\n"))) },
        { "aliases", Minimal("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]") },
        { "anchors", Minimal(string.Concat(Enumerable.Range(0, 6_000).Select(number => $"a{number}: &n{number} x\n"))) },
        { "fields", Minimal(string.Concat(Enumerable.Range(0, 9_000).Select(number => $"titl{number}: x\n"))) },
        { "the same field", Minimal(string.Concat(Enumerable.Repeat("a: x\n", 25_000))) },
        { "entries", Minimal("related:\n" + string.Concat(Enumerable.Repeat("  - x\n", 20_000))) },
        { "topics", Minimal("topics:\n" + string.Concat(Enumerable.Range(0, 11_000).Select(number => $"  - t{number}\n"))) },
        { "a long text", Minimal("excerpt: \"" + new string('x', 125_000) + "\"") },
        { "a long plain text", Minimal("excerpt: " + string.Concat(Enumerable.Repeat("x\n  ", 30_000))) },
        { "a long link", Minimal("ampWebUrl: https://a.example/" + new string('x', 70_000)) },
        { "a long host", Minimal("ampWebUrl: https://" + new string('x', 70_000)) },
        { "opened tags", Minimal("excerpt: '" + string.Concat(Enumerable.Repeat("<a ", 40_000)) + "'") },
        { "opened quotes", Minimal("excerpt: '" + string.Concat(Enumerable.Repeat("<a b=\"", 20_000)) + "'") },
        { "scripts", Minimal("excerpt: '" + string.Concat(Enumerable.Repeat("<script>", 15_000)) + "'") },
        { "comments", Minimal("excerpt: '" + string.Concat(Enumerable.Repeat("<!--", 30_000)) + "'") },
        { "ampersands", Minimal("excerpt: '" + new string('&', 125_000) + "'") },
        { "escapes", Minimal("excerpt: \"" + string.Concat(Enumerable.Repeat("\\u202E", 20_000)) + "\"") },
        { "tags", Minimal("extra: " + string.Concat(Enumerable.Repeat("!a ", 40_000))) },
        { "comment lines", Minimal(string.Concat(Enumerable.Repeat("#\n", 60_000))) },
        { "a literal block", Minimal("extra: |\n" + string.Concat(Enumerable.Repeat(" x\n", 40_000))) },
        { "empty lines", Minimal(new string('\n', 125_000)) },
        { "a body of brackets", Minimal("quality: 1") + new string('[', 1_000_000) },
        { "a megabyte without end", "---\n" + new string('a', 1_000_000) },
        { "NULs", new string('\0', 1_000_000) },
        { "marks", string.Concat(Enumerable.Repeat("---\n", 200_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_is_read_with_bounded_work(string name, string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = ArticleReader.Read("a.md", bytes);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 30_000_000, $"{name}: {allocated} bytes");
        Assert.InRange(reading.Problems.Count, 0, 101);
    }

    [Theory]
    [InlineData("title: \"\"", "title is missing. Add a line such as title: \"What happened\"")]
    [InlineData("title: \u200B\u00AD", "title is missing. Add a line such as title: \"What happened\"")]
    [InlineData("title: <b></b>", "title is missing. Add a line such as title: \"What happened\"")]
    [InlineData("title: \"\\uD800\"", null)]
    [InlineData("title: &#xD800;", null)]
    [InlineData("title: \"\\0\"", null)]
    [InlineData("title: \"\\x\"", null)]
    [InlineData("title: \"\\U00110000\"", null)]
    [InlineData("title: !!binary AAAA", null)]
    [InlineData("title: \ttab", null)]
    [InlineData("\ttitle: tab", null)]
    [InlineData("title: @everyone", null)]
    [InlineData("title: `code`", null)]
    [InlineData("title: %a", null)]
    [InlineData("<<: {title: Boat}", "title is missing. Add a line such as title: \"What happened\"")]
    public void Odd_title_is_read_or_rejected_with_a_reason(string title, string? problem)
    {
        var reading = Read($"---\n{title}\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---\n");

        Assert.True(reading.Article is not null || reading.Problems.Count > 0);
        if (problem is not null)
            Assert.Contains(problem, reading.Problems.Select(told => told.Message));
    }

    [Theory]
    [InlineData("3 < 5 &amp; 7 > 6", "3 < 5 & 7 > 6")]
    [InlineData("<b>Boat</b> leaves<br>early<br/>", "Boat leaves early")]
    [InlineData("<p>One.</p><p>Two.</p>", "One. Two.")]
    [InlineData("A <a href=\\\"https://a.example/?a>b\\\">link</a>", "A link")]
    [InlineData("<script>alert(1)</script>Boat<style>b{}</style>", "Boat")]
    [InlineData("How to use <script> tags", "How to use tags")]
    [InlineData("A List<Boat> of a<b", "A List<Boat> of a<b")]
    [InlineData("&lt;b&gt;Boat&lt;/b&gt;", "<b>Boat</b>")]
    [InlineData("Seal&amp;#8217;s day", "Seal’s day")]
    [InlineData("A &amp;amp; B &amp;quot;C&amp;quot;", "A & B \"C\"")]
    [InlineData("<![CDATA[Seal & walrus]]>", "Seal & walrus")]
    [InlineData("<![CDATA[<p>Seal &amp;#8217; walrus</p>]]>", "Seal ’ walrus")]
    [InlineData("&lt;![CDATA[Seal &amp; walrus]]&gt;", "Seal & walrus")]
    [InlineData("<![CDATA[Seal & wal", "Seal & wal")]
    [InlineData("Two <![CDATA[A]]> and <![CDATA[B]]>", "Two A and B")]
    [InlineData("Boat<!-- hidden -->s", "Boats")]
    [InlineData("It&#146;s", "It’s")]
    [InlineData("Bo\u200Bat", "Boat")]
    [InlineData("\U0001F468\u200D\U0001F469 \u0645\u06CC\u200C\u062E", "\U0001F468\u200D\U0001F469 \u0645\u06CC\u200C\u062E")]
    public void Title_written_as_HTML_is_read_as_text(string written, string read)
    {
        var reading = Read(Minimal("category: x").Replace("title: Boat", $"title: \"{written}\"", StringComparison.Ordinal));

        Assert.Empty(reading.Problems);
        Assert.Equal(read, reading.Article!.Title);
    }

    [Theory]
    [InlineData("Boat\u202Egnp.exe", "a.md:2:13: warning: There is an invisible character here, U+202E, which is not shown. Delete it.")]
    [InlineData("Boat\u0000gnp.exe", "a.md:2:13: warning: There is an invisible character here, U+0000, which is not shown. Delete it.")]
    [InlineData("Boat\\u2067gnp.exe",
        "a.md:2:8: warning: This text contains the invisible character U+2067, which is not shown. Delete it.")]
    [InlineData("Boat&#8238;gnp.exe",
        "a.md:2:8: warning: This text contains the invisible character U+202E, which is not shown. Delete it.")]
    public void Invisible_characters_that_change_the_text_are_removed_with_a_warning(string title, string warning)
    {
        var reading = Read(Minimal("category: x").Replace("title: Boat", $"title: \"{title}\"", StringComparison.Ordinal));

        Assert.Equal("Boatgnp.exe", reading.Article!.Title);
        Assert.Equal(warning, Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("javascript:alert(1)", "is not a link.")]
    [InlineData("data:text/html,x", "is not a link.")]
    [InlineData("file:///etc/passwd", "is not a link.")]
    [InlineData("//a.example/x", "is not a link.")]
    [InlineData("https://ann:secret@a.example/", "contains a username or password.")]
    [InlineData("https://a.example@b.example/", "contains a username or password.")]
    public void Link_that_nobody_should_open_is_an_error(string link, string problem)
    {
        var reading = Read(Minimal($"ampWebUrl: \"{link}\""));

        Assert.Null(reading.Article);
        Assert.StartsWith($"a.md:5:12: ampWebUrl \"{link}\" {problem}", Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("https://\u0430pple.example/", "https://xn--pple-43d.example/")]
    [InlineData("https://\u0430\u0440\u0440\u04CF\u0435.example/", "https://xn--80ak6aa92e.example/")]
    public void Host_that_imitates_another_is_shown_as_punycode(string link, string shown)
    {
        var reading = Read(Minimal($"ampWebUrl: {link}"));

        Assert.Equal(shown, reading.Article!.AmpWebUrl!.AbsoluteUri);
        Assert.Contains("is shown as xn--", Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("https://b\u00FCcher.example/")]
    [InlineData("https://\u03B3\u03BB\u03B1\u03C1\u03BF\u03C2.example/")]
    [InlineData("https://\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444/")]
    [InlineData("https://\u65E5\u672C\u8A9Eabc.example/")]
    public void Host_in_one_script_gives_no_warning(string link) => Assert.Empty(Read(Minimal($"ampWebUrl: {link}")).Problems);

    [Fact]
    public void Doubtful_values_are_warnings_and_the_article_is_used()
    {
        var reading = Read(Minimal($"""
            ampWebUrl: http://a.example/
            excerpt: "{new string('x', 5000)}"
            images: [url: https://a.example/1.jpg]
            related:
              - title: Elsewhere
            """).Replace("2026-08-14", "2026-11-26", StringComparison.Ordinal), now: DateTimeOffset.Parse("2026-11-24T12:00Z"));

        Assert.NotNull(reading.Article);
        Assert.All(reading.Problems, problem => Assert.Equal(ContentSeverity.Warning, problem.Severity));
        Assert.Equal([3, 5, 6, 7, 9], reading.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Date_after_tomorrow_is_a_warning_unless_the_article_is_held_back()
    {
        var now = DateTimeOffset.Parse("2026-08-13T12:00Z");

        Assert.Empty(Read(Minimal("type: x"), now).Problems);
        Assert.Single(Read(Minimal("type: x"), now.AddDays(-1)).Problems);
        Assert.Empty(Read(Minimal("published: false"), now.AddDays(-9)).Problems);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'-', 0 })]
    [InlineData(new byte[] { (byte)'-', 0, (byte)'-', 0, (byte)'-', 0 })]
    public void UTF_16_file_is_rejected_with_advice_to_save_it_as_UTF_8(byte[] bytes) =>
        Assert.Equal(
            "a.md:1:1: The file is encoded as UTF-16. Save it as UTF-8.",
            Assert.Single(ArticleReader.Read("a.md", bytes).Problems).ToString());

    [Fact]
    public void Only_the_field_decides_the_type_of_a_value()
    {
        var reading = Read(Minimal("topics: [NO, 017, 1e3, on, 2026-08-14, 12:30]\nquality: 017\nheat: '8'"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["NO", "017", "1e3", "on", "2026-08-14", "12:30"], reading.Article!.Topics);
        Assert.Equal((17, 8), (reading.Article.Quality, reading.Article.Heat));
    }

    [Fact]
    public void Second_YAML_document_is_reported()
    {
        var reading = Read(Minimal("--- # images\nquality: 3"));

        Assert.StartsWith("a.md:5:1: A second YAML document starts here", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Reading_gives_the_places_of_topics_and_provider()
    {
        var reading = Read(Minimal("topics:\n  - Ferries\n  - ferries\n  - Harbour\nprovider:\n  domain: a.example\n  name: Gazette"));

        Assert.Equal([new TextPlace(6, 5), new TextPlace(8, 5)], reading.TopicPlaces);
        Assert.Equal(new TextPlace(11, 9), reading.ProviderPlace);
    }

    static string Minimal(string fields) => $"---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n{fields}\n---\n";

    static ArticleReading Read(string text, DateTimeOffset? now = null) => ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(text), now);
}
