using System.Text;
using Articles.Files;

namespace Articles.Tests.Files;

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
    public void Only_title_date_and_a_link_are_required()
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
    [InlineData("Just text.\nMore text.",
        "1:1: There is no front matter. Start the file with a --- line, then the fields, then another --- line.")]
    [InlineData("---\ntitle: Boat\n", "1:1: The front matter that starts here never ends. Add a --- line after its last field.")]
    [InlineData("",
        "1:1: The file is empty, or it isn't a regular file. Start it with ---, then title, publishedDateTime, and webUrl, then ---.")]
    public void File_without_front_matter_says_where_it_belongs(string file, string problem) => AssertOnlyProblem(problem, Read(file));

    [Theory]
    [InlineData("publishedDateTime: 2026-08-14\nwebUrl: https://a.example/",
        "2:1: title is missing. Add a line such as title: \"What happened\"")]
    [InlineData("titel: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/",
        "2:1: title is missing. Is \"titel\" a typo?")]
    [InlineData("title: Boat\ntitle: Ship\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/",
        "3:1: title appears twice, first on line 2. Keep one of them.")]
    [InlineData("title: [Boat]\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/",
        "2:8: title is a list, not text. Write it on one line, after title:")]
    [InlineData("title: &a Boat\nexcerpt: *a\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/",
        "3:10: *a is a YAML alias, which stands for another value. Put text in double quotes, or write the value itself.")]
    [InlineData("title: Boat\npublishedDateTime: tomorow\nwebUrl: https://a.example/",
        "3:20: publishedDateTime \"tomorow\" is not a date. Write 2026-08-14 or 2026-08-14T09:30Z.")]
    [InlineData("title: Boat\npublishedDateTime: 2026-08-14\nwebUrl: a.example/boat",
        "4:9: webUrl \"a.example/boat\" is not a link. Write the full address, such as https://example.com/story.")]
    [InlineData("title: Boat\npublishedDateTime: 2026-08-14\nwebUrl: javascript:alert(1)",
        "4:9: webUrl \"javascript:alert(1)\" is not a link. Write the full address, such as https://example.com/story.")]
    public void Mistake_is_one_message_with_its_place_and_what_to_write(string fields, string problem) =>
        AssertOnlyProblem(problem, Read($"---\n{fields}\n---"));

    [Theory]
    [InlineData("quality: high", "5:10: quality \"high\" is not a number. Write digits only, such as quality: 47.")]
    [InlineData("related: many", "5:10: related is text, not a list. Start each entry below it with -")]
    [InlineData("published: yes", "5:12: published \"yes\" is neither true nor false. Write published: true or published: false.")]
    public void Mistake_in_an_optional_field_is_an_error_too(string field, string problem) =>
        AssertOnlyProblem(problem, Read(Minimal(fields: field + "\n")));

    [Fact]
    public void Invalid_YAML_is_one_message_at_its_line()
    {
        var reading = Read("---\ntitle: Boat: the second\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---");

        Assert.Null(reading.Article);
        Assert.StartsWith("a.md:2:12: This is not valid YAML: ", Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("a.md", "+++\ntitle = \"Boat\"\n+++\n", "This front matter is TOML.")]
    [InlineData("a.md", "---toml\ntitle = \"Boat\"\n---\n", "This front matter is TOML.")]
    [InlineData("a.md", "{\n\"title\": \"Boat\"\n}\n", "This front matter is JSON.")]
    [InlineData("2026/a.markdown", "---\ntitle: Boat\n---\n", "The name of an article's file ends in .md. Rename this one to a.md.")]
    [InlineData("a.MDX", "", "The name of an article's file ends in .md. Rename this one to a.md.")]
    [InlineData("a.md.txt", "", "The name of an article's file ends in .md. Rename this one to a.md.")]
    public void File_of_another_program_is_an_error_that_names_it(string path, string text, string problem)
    {
        var reading = ArticleReader.Read(path, Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Article);
        Assert.StartsWith($"{path}:1:1: {problem}", Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31")]
    public void Date_that_stands_for_none_is_an_error_at_its_place(string date) => AssertOnlyProblem(
        $"3:20: publishedDateTime \"{date}\" is not in the years 1970 to 2100. Write when it was published, such as 2026-08-14T09:30Z.",
        Read(Minimal(date)));

    [Fact]
    public void Topic_without_a_name_is_a_warning()
    {
        var reading = Read(Minimal(fields: "topics: [\"--\", C#, C++]\n"));

        Assert.Equal(["C#", "C++"], reading.Article!.Topics);
        const string ignored = "a.md:5:10: warning: \"--\" is not the name of a topic, so it is ignored.";
        Assert.Equal(ignored, Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Byte_that_is_not_UTF_8_is_reported_with_its_place()
    {
        byte[] bytes = [.. "---\ntitle: Caf"u8, 0xE9, .. "\npublishedDateTime: 2026-08-14\n---"u8];

        var reading = ArticleReader.Read("a.md", bytes);

        Assert.Equal("a.md:2:11: The byte 0xE9 is not valid UTF-8. Save the file as UTF-8.", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Five_megabyte_file_is_rejected_unread()
    {
        var reading = ArticleReader.Read("a.md", new byte[5 * 1024 * 1024]);

        Assert.StartsWith("a.md:1:1: The file is larger than 1 MB.", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once_in_order()
    {
        var reading = Read("""
            ---
            title:
            publishedDateTime: soon
            webUrl: nowhere
            quality: []
            related:
              - webUrl: https://a.example/
            ---
            """);

        Assert.Equal([2, 3, 4, 5, 7], reading.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Misspelled_field_is_a_warning_and_an_unknown_one_is_ignored()
    {
        var reading = Read(Minimal(fields: "exerpt: More boats.\nauthor: Ann\n"));

        Assert.NotNull(reading.Article);
        var warning = Assert.Single(reading.Problems).ToString();
        Assert.Equal("a.md:5:1: warning: There is no field \"exerpt\". Did you mean excerpt?", warning);
    }

    [Fact]
    public void Windows_line_endings_and_a_byte_order_mark_change_nothing()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Whole.ReplaceLineEndings("\r\n"))];

        var reading = ArticleReader.Read("a.md", bytes);

        Assert.Empty(reading.Problems);
        Assert.Equal(Read(Whole).Article!.Title, reading.Article!.Title);
    }

    [Fact]
    public void Deep_nesting_is_rejected_before_it_takes_time()
    {
        var reading = Read(Minimal(fields: "extra: " + new string('[', 100_000) + "\n"));

        Assert.StartsWith("a.md:5:2008: There are more than 2000 brackets [ and {", Assert.Single(reading.Problems).ToString());
        var deep = Read(Minimal(fields: "extra: " + new string('[', 20) + "\n"));
        Assert.Contains("nested more than 16 levels deep", Assert.Single(deep.Problems).Message);
    }

    [Fact]
    public void Related_item_may_lack_a_link_and_a_date()
    {
        var reading = Read(Minimal(fields: "related:\n  - title: Elsewhere\n"));

        Assert.StartsWith("a.md:6:12: warning: This related item has no link", Assert.Single(reading.Problems).ToString());
        Assert.Equal((null, null), (reading.Article!.Related.Single().Link, reading.Article.Related.Single().PublishedAt));
    }

    static void AssertOnlyProblem(string problem, ArticleReading reading)
    {
        Assert.Null(reading.Article);
        Assert.Equal("a.md:" + problem, Assert.Single(reading.Problems).ToString());
    }

    static string Minimal(string date = "2026-08-14", string fields = "") =>
        $"---\ntitle: Boat\npublishedDateTime: {date}\nwebUrl: https://a.example/\n{fields}---\n";

    static ArticleReading Read(string text) => ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(text));
}
