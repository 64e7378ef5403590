using System.Xml.Linq;
using Articles.Stories;
using Bot.Newsletters;
using Bot.Tests.Cards;
using Desk.Channels;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Tests.Newsletters;

/// <summary>A digest as HTML and as Markdown says what the stories say, and nothing else.</summary>
public class NewsletterTests
{
    static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build();

    static readonly ChannelRules German = ChannelRules.Default with { Language = "de", TimeZone = "Europe/Berlin" };

    public static TheoryData<string> HostileTitles =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "Tom & Jerry &amp; friends &lt;b&gt;",
        "]]> --> </style></title>",
        "[click](https://evil.example) ![x](https://evil.example/x.png)",
        "https://evil.example/a_b and www.evil.example and me@evil.example",
        "**bold** __under__ ~~gone~~ `code` ``` | a | b | ==mark== ^up^ $x$ :smile: :-)",
        "# heading", "- list", "+ list", "1. list", "12) list", "> quote", "=== ---", "--- | ---", ": definition", "[^1]: note",
        "C:\\new\\[folder]", "ends with \\", "\"quoted\" 'single'", "السلام عليكم 131 km/h", "👨‍👩‍👧‍👦 e\u0301",
    ];

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public void Title_is_the_same_in_html(string title)
    {
        var page = Html(Sample.Of(Sample.Lead with { Title = title, Excerpt = title, Topics = [title] }, outlets: 3));

        Assert.Equal(title, page.Descendants("h2").Single().Value);
        Assert.Equal(title, page.Descendants("p").Single(paragraph => Class(paragraph) == "excerpt").Value);
        Assert.Equal(title, page.Descendants("img").Single().Attribute("alt")?.Value);
        Assert.Contains($" · {title} · ", page.Descendants("p").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public void Title_is_the_same_in_Markdown(string title)
    {
        var document = Parsed(Sample.Of(Sample.Lead with { Title = title, Excerpt = title, Topics = [title] }, outlets: 3));

        var heading = Assert.Single(document.OfType<HeadingBlock>(), heading => heading.Level == 2);
        Assert.Equal(title, Text(heading.Inline!));
        Assert.Contains(document.OfType<ParagraphBlock>(), paragraph => Text(paragraph.Inline!) == title);
        Assert.Equal(
            [
                "https://harbourgazette.example/storm-cuts-power", "https://harbourgazette.example/storm.jpg",
                "https://outlet1.example/storm/1", "https://outlet2.example/storm/2",
            ],
            document.Descendants<LinkInline>().Select(link => link.Url).Order(StringComparer.Ordinal));
        Assert.All(document, block => Assert.True(block is HeadingBlock or ParagraphBlock, $"{block.GetType().Name} of: {title}"));
        Assert.Empty(document.Descendants<AutolinkInline>());
    }

    [Fact]
    public void Html_is_one_file_that_loads_only_pictures()
    {
        var page = Html(Sample.Of(Sample.Lead, outlets: 9), Sample.Of(Sample.Lead with { Id = 8, PublicKey = 8 }, outlets: 1));

        Assert.DoesNotContain(
            page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "form" or "base");
        Assert.DoesNotContain(
            page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.ToString(), StringComparison.Ordinal);
        Assert.All(page.Descendants("a"), link => Assert.StartsWith("https://", link.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.All(page.Descendants("img"), picture => Assert.NotEmpty(picture.Attribute("alt")!.Value));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@evil.example/")]
    [InlineData("file:///etc/passwd")]
    public void Only_addresses_of_the_web_are_linked(string address)
    {
        var lead = Sample.Lead with { WebUrl = new(address), Images = [new(new(address), 1200, 630)] };
        var story = Sample.Of(lead, [Sample.Line(1) with { Link = new(address) }]);

        Assert.DoesNotContain(Html(story).Descendants(), element => element.Name.LocalName is "a" or "img");
        Assert.Empty(Parsed(story).Descendants<LinkInline>());
    }

    [Fact]
    public void Languages_and_directions_are_marked()
    {
        var page = Html(Sample.Of(Sample.Lead with { Title = "السلام عليكم" }, outlets: 3));

        Assert.Equal("de", page.Root!.Attribute("lang")?.Value);
        Assert.All(page.Descendants("h2").Concat(page.Descendants("p")), text => Assert.Equal("auto", text.Attribute("dir")?.Value));
    }

    [Fact]
    public void Others_are_named_and_the_rest_is_counted()
    {
        var page = Html(Sample.Of(Sample.Lead, outlets: 9));

        Assert.StartsWith("9 Medien · ", page.Descendants("p").Last().Value, StringComparison.Ordinal);
        Assert.Equal(6, page.Descendants("bdi").Count());
        Assert.EndsWith(" · +2", page.Descendants("p").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_those_of_the_channel() => Assert.Contains(
        PostingTimes.Local(German, Sample.Lead.PublishedAt).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Html(Sample.Of(Sample.Lead, outlets: 1)).Descendants("p").First().Value,
        StringComparison.Ordinal);

    [Fact]
    public void Characters_that_no_file_can_hold_are_left_out()
    {
        var page = Html(Sample.Of(Sample.Lead with { Title = "Half \uD83D, none \0\u0001, and \uFFFE" }, outlets: 1));

        Assert.Equal("Half \uFFFD, none , and ", page.Descendants("h2").Single().Value);
    }

    static XDocument Html(params IReadOnlyList<Story> stories)
    {
        var html = NewsletterHtml.Of(Letter(stories));
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);
        return XDocument.Parse(html, LoadOptions.PreserveWhitespace);
    }

    static MarkdownDocument Parsed(params IReadOnlyList<Story> stories) =>
        Markdig.Markdown.Parse(NewsletterMarkdown.Of(Letter(stories)), Markdown);

    static Newsletter Letter(IReadOnlyList<Story> stories) => Newsletter.Of("Nachrichten · 2026-11-24", stories, German, Sample.Now);

    static string Text(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline or HtmlInline or AutolinkInline => "(markup)",
        _ => "",
    }));

    static string? Class(XElement element) => element.Attribute("class")?.Value;
}
