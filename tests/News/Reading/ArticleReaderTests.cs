using System.Text;
using News.Reading;

namespace News.Tests.Reading;

public class ArticleReaderTests
{
    const string Whole = """
        ---
        category: news
        title: "The ferry&#8217;s new timetable &amp; what it costs"
        excerpt: "More boats."
        publishedDateTime: 2026-11-20T10:30:00+02:00
        originalUrl: "https://gazette.example/ferry?utm=1"
        webUrl: "https://gazette.example/ferry"
        type: article
        quality: 61
        heat: -1
        provider:
          name: Harbour Gazette
          domain: gazette.example
          images:
            - url: "https://gazette.example/icon.png"
              width: 50
              height: 50
        topics:
          - Ferries
          - ferries
          - Harbour
        images:
          - url: "https://gazette.example/ferry.jpg"
            width: 1200
            height: 630
            isCached: true
        related:
          - title: "Ferry fares"
            webUrl: "https://post.example/fares"
            publishedDateTime: 2026-11-20
            provider:
              name: Tidal Post
              domain: post.example
            quality: 17
        secured: "c2VjcmV0"
        ---

        ## What changes
        The **last boat** leaves later.
        """;

    [Fact]
    public void Every_field_is_read_and_decoded()
    {
        var reading = Read(Whole);

        Assert.Empty(reading.Problems);
        var article = reading.Article!;
        Assert.Equal("The ferry’s new timetable & what it costs", article.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("https://gazette.example/ferry", article.Link.AbsoluteUri);
        Assert.Equal((61, null, true), (article.Quality, article.Heat, article.Published));
        Assert.Equal(["Ferries", "Harbour"], article.Topics);
        Assert.Equal("https://gazette.example/icon.png", article.Provider.Icon!.AbsoluteUri);
        Assert.Equal(1200, article.Images.Single().Width);
        Assert.Equal("Tidal Post", article.Related.Single().Provider.Name);
        Assert.Equal("## What changes\nThe **last boat** leaves later.", article.Body);
    }

    [Fact]
    public void Title_date_and_a_link_are_all_that_is_needed()
    {
        var reading = Read("---\ntitle: Boat\npublishedDateTime: 2026-11-20\noriginalUrl: https://gazette.example/\n---");

        Assert.Empty(reading.Problems);
        Assert.True(reading.Article!.Published);
        Assert.Equal("https://gazette.example/", reading.Article.Link.AbsoluteUri);
    }

    [Theory]
    [InlineData("2026-08-14", "2026-08-14T00:00:00Z")]
    [InlineData("2026-08-14T09:30Z", "2026-08-14T09:30:00Z")]
    [InlineData("2026-08-14T09:30:15.25-07:00", "2026-08-14T16:30:15.25Z")]
    [InlineData("2026-08-14 09:30:15", "2026-08-14T09:30:15Z")]
    [InlineData("\"2026-08-14T09:30:15+05:30\"", "2026-08-14T04:00:15Z")]
    public void Dates_are_ISO_8601_with_any_offset(string written, string meant) =>
        Assert.Equal(DateTimeOffset.Parse(meant), Read(Minimal(date: written)).Article!.PublishedAt);

    [Theory]
    [InlineData("Just text.\nMore text.", "a.md:1:1: There is no front matter. Begin the file with a line ---, then the fields, then another line ---.")]
    [InlineData("---\ntitle: Boat\n", "a.md:1:1: The front matter that begins here has no end. Put a line --- below its last field.")]
    [InlineData("", "a.md:1:1: The file is empty. Begin it with ---, then title, publishedDateTime and webUrl, then ---.")]
    [InlineData("---\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---", "a.md:2:1: title is missing. Add a line such as title: \"What happened\"")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: tomorow\nwebUrl: https://a.example/\n---", "a.md:3:20: publishedDateTime \"tomorow\" is not a date. Write 2026-08-14 or 2026-08-14T09:30Z.")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: a.example/boat\n---", "a.md:4:9: webUrl \"a.example/boat\" is not a link. Write the whole address, such as https://example.com/story.")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: javascript:alert(1)\n---", "a.md:4:9: webUrl \"javascript:alert(1)\" is not a link. Write the whole address, such as https://example.com/story.")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\nquality: high\n---", "a.md:5:10: quality \"high\" is not a number. Write digits only, such as quality: 47.")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\nrelated: many\n---", "a.md:5:10: related is text, not a list. Begin each entry below it with -")]
    [InlineData("---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\npublished: yes\n---", "a.md:5:12: published \"yes\" is neither true nor false. Write published: true or published: false.")]
    [InlineData("---\ntitle: Boat\ntitle: Ship\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---", "a.md:3:1: title stands twice, first in line 2. Keep one of them.")]
    [InlineData("---\ntitle: [Boat]\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---", "a.md:2:8: title is a list, not text. Write it on one line, after title:")]
    [InlineData("---\ntitel: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---", "a.md:2:1: title is missing. Did you mean it by titel?")]
    [InlineData("---\ntitle: &a Boat\nexcerpt: *a\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---", "a.md:3:10: *a repeats a value by alias. Write the value itself.")]
    public void A_mistake_is_one_message_with_its_place_and_what_to_write(string file, string problem)
    {
        var reading = Read(file);

        Assert.Null(reading.Article);
        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Bad_YAML_is_one_message_at_its_line()
    {
        var reading = Read("---\ntitle: Boat: the second\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---");

        Assert.Null(reading.Article);
        Assert.StartsWith("a.md:2:12: This is not valid YAML: ", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void A_byte_that_is_not_UTF_8_is_named_with_its_place()
    {
        byte[] bytes = [.. "---\ntitle: Caf"u8, 0xE9, .. "\npublishedDateTime: 2026-08-14\n---"u8];

        var reading = ArticleReader.Read("a.md", bytes);

        Assert.Equal("a.md:2:11: The byte 0xE9 is not valid UTF-8. Save the file as UTF-8.", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void A_file_of_5_MB_is_refused_unread() =>
        Assert.StartsWith("a.md:1:1: The file is larger than 1 MB.", Assert.Single(ArticleReader.Read("a.md", new byte[5 * 1024 * 1024]).Problems).ToString());

    [Fact]
    public void All_problems_of_a_file_are_told_at_once_in_its_order()
    {
        var reading = Read("---\ntitle:\npublishedDateTime: soon\nwebUrl: nowhere\nquality: []\nrelated:\n  - webUrl: https://a.example/\n---");

        Assert.Equal([2, 3, 4, 5, 7], reading.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_misspelt_field_is_a_warning_and_an_unknown_one_is_nothing()
    {
        var reading = Read(Minimal(fields: "exerpt: More boats.\nauthor: Ann\n"));

        Assert.NotNull(reading.Article);
        Assert.Equal("a.md:5:1: warning: There is no field exerpt. Did you mean excerpt?", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Whole.ReplaceLineEndings("\r\n"))];

        var reading = ArticleReader.Read("a.md", bytes);

        Assert.Empty(reading.Problems);
        Assert.Equal(Read(Whole).Article!.Title, reading.Article!.Title);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_costs_anything()
    {
        var reading = Read(Minimal(fields: "extra: " + new string('[', 100_000) + "\n"));

        Assert.StartsWith("a.md:5:2008: There are more than 2000 brackets [ and {", Assert.Single(reading.Problems).ToString());
        Assert.Contains("nested more than 16 deep", Assert.Single(Read(Minimal(fields: "extra: " + new string('[', 20) + "\n")).Problems).Message);
    }

    [Fact]
    public void A_related_item_may_lack_a_link_and_a_date()
    {
        var reading = Read(Minimal(fields: "related:\n  - title: Elsewhere\n"));

        Assert.StartsWith("a.md:6:12: warning: This related item has no link", Assert.Single(reading.Problems).ToString());
        Assert.Equal((null, null), (reading.Article!.Related.Single().Link, reading.Article.Related.Single().PublishedAt));
    }

    static string Minimal(string date = "2026-08-14", string fields = "") =>
        $"---\ntitle: Boat\npublishedDateTime: {date}\nwebUrl: https://a.example/\n{fields}---\n";

    static ArticleReading Read(string text) => ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(text));
}
