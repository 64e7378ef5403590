using System.Text;
using Articles.Files;
using Articles.Text;
using CsCheck;

namespace Articles.Tests.Files;

public class ArticleFileTests
{
    /// <summary>Pieces that YAML, HTML or the reader could misunderstand.</summary>
    static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 8],
        Gen.String[0, 4],
        Gen.OneOf(
            "&amp;", "&#8217;", "&", "<b>", "</b>", "<script>", "3 < 5", "\"", "'", "\\", "\\n", "\n", "\n\n", "\r", "\t", ": ", " #", "- ",
            "---", "\n---\n", "...", "[", "]", "{", "}", "*a", "&a", "!x", "| ", "> ", "%", "@everyone", "`", "~", "null", "true", "017",
            "\u2028", "\u2029", "\u0085", "\u00A0", "\u200B", "\u202E", "\uFEFF", "\0", "\uD800", "\U0001F980", "e\u0301", "  "));

    /// <summary>Text as the reader leaves it: without invisible characters and without white space around it.</summary>
    static readonly Gen<string> Text = Piece.List[0, 6].Select(pieces => Clean(string.Concat(pieces)));

    static readonly Gen<string> Name = Text.Select(text => Clean("n" + text));

    static readonly Gen<Uri?> Link = Gen.Select(
            Gen.String[Gen.Char["abcdefgh0123456789-"], 1, 8],
            Gen.String[Gen.Char["abc/?&=%#é λ\"'\\()[]{}:,"], 0, 12],
            Gen.OneOf("http", "https"))
        .Select((host, path, scheme) =>
            Uri.TryCreate($"{scheme}://h{host}.example/{path}", UriKind.Absolute, out var link) ? new Uri(link.AbsoluteUri) : null);

    static readonly Gen<Uri> Address = Link.Where(link => link is not null).Select(link => link!);

    static readonly Gen<Provider> Provider = Gen.Select(Text, Text, Link).Select((name, domain, icon) => new Provider(name, domain, icon));

    static readonly Gen<Image> Image = Gen.Select(Address, Gen.Int[2, 9999].Nullable(), Gen.Int[2, 9999].Nullable())
        .Select((url, width, height) => new Image(url, width, height));

    static readonly Gen<DateTimeOffset> Date =
        Gen.Long[new DateTime(1970, 1, 1).Ticks, new DateTime(2100, 12, 31).Ticks]
            .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    static readonly Gen<RelatedArticle> Related = Gen.Select(
            Gen.Select(Name, Text, Name), Date.Nullable(), Gen.Select(Link, Link, Link), Provider, Gen.Int.Nullable(), Image.Null())
        .Select((texts, date, links, provider, quality, image) => new RelatedArticle
        {
            Title = texts.Item1,
            Excerpt = texts.Item2,
            Type = texts.Item3,
            PublishedAt = date,
            Link = links.Item1,
            AmpWebUrl = links.Item2,
            CdnAmpWebUrl = links.Item3,
            Provider = provider,
            Quality = quality,
            Image = image,
        });

    static readonly Gen<Article> Articles = Gen.Select(
            Gen.Select(Name, Text, Text, Name, Text),
            Gen.Select(Date, Gen.Bool, Gen.Int.Nullable(), Gen.Int[0, 100].Nullable()),
            Gen.Select(Address, Link, Link, Link),
            Gen.Select(Provider, Name.List[0, 4], Image.List[0, 3], Related.List[0, 3]))
        .Select((texts, numbers, links, parts) => new Article
        {
            Path = "a.md",
            Title = texts.Item1,
            Excerpt = texts.Item2,
            Category = texts.Item3,
            Type = texts.Item4,
            Body = texts.Item5.Trim(),
            PublishedAt = numbers.Item1,
            Published = numbers.Item2,
            Quality = numbers.Item3,
            Heat = numbers.Item4,
            WebUrl = links.Item1,
            OriginalUrl = links.Item2,
            AmpWebUrl = links.Item3,
            CdnAmpWebUrl = links.Item4,
            Provider = parts.Item1,
            Topics = [.. parts.Item2.DistinctBy(Topic.SlugOf)],
            Images = parts.Item3,
            Related = parts.Item4,
        });

    [Fact]
    public void Written_article_reads_back_equal() => Articles.Sample(
        article =>
        {
            var file = ArticleFile.Write(article);
            var reading = ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file));

            Assert.True(reading.Article is not null, $"{string.Join('\n', reading.Problems)}\n{file}");
            Assert.Equal(ArticleFile.Write(article), ArticleFile.Write(reading.Article!));
            Assert.Equivalent(article, reading.Article, strict: true);
        },
        iter: 300, threads: 1);

    [Fact]
    public void Written_file_looks_like_one_that_people_write()
    {
        var file = ArticleFile.Write(new()
        {
            Path = "a.md",
            Title = "Seal \"closes\" slipway & <b> leaves",
            PublishedAt = DateTimeOffset.Parse("2026-11-24T10:30:00+01:00"),
            WebUrl = new("https://gazette.example/seal"),
            Provider = new("Harbour Gazette", "gazette.example"),
            Topics = ["Harbour"],
            Images = [new(new("https://gazette.example/1.jpg"), 4, 3)],
            Related = [new() { Title = "Elsewhere", Link = new("https://post.example/1") }],
            Body = "It **left**.",
        });

        Assert.Equal("""
            ---
            title: "Seal \"closes\" slipway &amp; &lt;b> leaves"
            publishedDateTime: 2026-11-24T09:30:00Z
            webUrl: "https://gazette.example/seal"
            type: "article"
            published: true
            provider:
              name: "Harbour Gazette"
              domain: "gazette.example"
            topics:
              - "Harbour"
            images:
              - url: "https://gazette.example/1.jpg"
                width: 4
                height: 3
            related:
              - title: "Elsewhere"
                webUrl: "https://post.example/1"
                type: "article"
            ---

            It **left**.

            """, file);
    }

    static string Clean(string text) => HiddenCharacters.Remove(text.Replace("\r", "", StringComparison.Ordinal), out _).Trim();
}
