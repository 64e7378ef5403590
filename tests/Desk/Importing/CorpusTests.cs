using System.Text.Json;
using Articles;
using Articles.Files;
using Desk.Archive;
using Shared;

namespace Desk.Tests.Importing;

/// <summary>307 real articles, and what the site's own pipeline published from them.</summary>
public class CorpusTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Samples_have_no_problems()
    {
        var content = Path.Combine(Checkout.Root, "content");
        using var desk = new TestDesk(content);

        Assert.Empty((await desk.ImportAsync()).Problems);
        Assert.Equal(12, new ContentFolder(content).Files().Count(file => file.Kind is ContentKind.Provider));
    }

    [Fact]
    public async Task Corpus_imports_without_errors()
    {
        using var desk = new TestDesk(Checkout.Corpus("powerapps-2021-10-01/_news"));

        var report = await desk.ImportAsync();

        Assert.Equal((307, 0, 192), (report.Files, report.Unchanged, report.Count(ArticleChangeKind.New)));
        Assert.All(report.Problems, problem => Assert.Equal(ContentSeverity.Warning, problem.Severity));
        Assert.Equal(2, report.Duplicates);
    }

    [Fact]
    public async Task Listed_articles_match_the_published_list()
    {
        using var desk = new TestDesk(Checkout.Corpus("powerapps-2021-10-01/_news"));
        await desk.ImportAsync();

        var listed = await desk.Articles.LatestAsync(0, 1000, Ct);

        var entries = listed.Headlines.Select(Entry).ToList();
        var sheet = AnswerSheet("page/1", "page/2", "page/3", "page/4", "page/5", "page/6", "page/7", "page/8").ToList();
        // The published list has three articles on one event. Here, the newest stands for all of them.
        var merged = sheet.Except(entries).ToList();
        Assert.Equal(2, merged.Count);
        Assert.All(merged, entry => Assert.Contains("power-apps", $"{entry}", StringComparison.Ordinal));
        Assert.Equal(sheet.Except(merged), entries);
        Assert.False(listed.HasMore);
    }

    [Fact]
    public async Task Listed_fields_match_the_published_ones()
    {
        using var desk = new TestDesk(Checkout.Corpus("powerapps-2021-10-01/_news"));
        await desk.ImportAsync();

        var compared = 0;
        for (var page = 1; page <= 8; page++)
        {
            using var sheet = JsonDocument.Parse(
                File.ReadAllBytes(Checkout.Corpus($"powerapps-2021-10-01/api/news/page/{page}/index.json")));
            foreach (var item in sheet.RootElement.GetProperty("value").EnumerateArray())
            {
                var article = (await desk.AtPathAsync(item.GetProperty("path").GetString()!["_news/".Length..]))!;
                Assert.Equal(Sheet(item), Sheet(article));
                compared++;
            }
        }

        Assert.Equal(192, compared);
    }

    [Theory]
    [InlineData("canvas-apps")]
    [InlineData("ai-builder")]
    [InlineData("teams-integration")]
    [InlineData("common-data-service")]
    public async Task Articles_of_a_topic_match_the_published_list(string topic)
    {
        using var desk = new TestDesk(Checkout.Corpus("powerapps-2021-10-01/_news"));
        await desk.ImportAsync();

        var listed = await desk.Articles.InTopicAsync((await desk.Articles.TopicAsync(topic, Ct))!, 0, 1000, Ct);

        Assert.Equal(AnswerSheet($"{topic}/page/1"), listed.Headlines.Select(Entry));
    }

    [Fact]
    public void Reference_article_has_its_seven_related_items_in_order()
    {
        var reading = ArticleReader.Read("seed.md", File.ReadAllBytes(Checkout.Corpus("seed-article.md")));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["New York Post", "Engadget", "KRON4 News", "The Intercept", "Couriermail", "TheStreet.com", "The Guardian"],
            reading.Article!.Related.Select(related => related.Provider.Name));
        Assert.Null(reading.Article.Heat);
        Assert.False(reading.Article.Published);
        Assert.Equal(47, reading.Article.Quality);
    }

    static string Sheet(Article article) => string.Join('\n',
        article.Title, article.Excerpt, article.PublishedAt.ToString("u"), article.Type, article.Heat,
        article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl,
        article.Provider.Name, article.Provider.Domain, article.Provider.Icon,
        string.Join(", ", article.Topics), string.Join(", ", article.Images.Select(image => $"{image.Url} {image.Width}x{image.Height}")));

    /// <summary>The same for a published entry, whose texts have HTML entities.</summary>
    static string Sheet(JsonElement item) => string.Join('\n',
        Text(item, "title"), Text(item, "excerpt"), item.GetProperty("publishedDateTime").GetDateTimeOffset().ToString("u"),
        Text(item, "type"),
        item.GetProperty("heat").GetInt32() is >= 0 and var heat ? heat : null,
        Link(item, "webUrl"), Link(item, "originalUrl"), Link(item, "ampWebUrl"), Link(item, "cdnAmpWebUrl"),
        Text(item.GetProperty("provider"), "name"), Text(item.GetProperty("provider"), "domain"),
        Picture(item.GetProperty("provider")).FirstOrDefault().Link,
        string.Join(", ", item.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString())),
        string.Join(", ", Picture(item).Select(picture => $"{picture.Link} {picture.Size}")));

    static string Text(JsonElement item, string name) => System.Net.WebUtility.HtmlDecode(item.GetProperty(name).GetString() ?? "").Trim();

    static Uri? Link(JsonElement item, string name) => item.GetProperty(name).GetString() is { Length: > 0 } link ? new(link) : null;

    static IEnumerable<(Uri? Link, string Size)> Picture(JsonElement item) =>
        item.GetProperty("images") is { ValueKind: JsonValueKind.Array } images
            ? images.EnumerateArray().Select(image => (Link(image, "url"), $"{image.GetProperty("width")}x{image.GetProperty("height")}"))
            : [];

    static string Entry(Headline headline) =>
        $"{headline.Path} | {headline.Title} | {headline.PublishedAt:u} | {headline.Provider.Name} | {string.Join(", ", headline.Topics)}";

    static List<string> AnswerSheet(params string[] pages)
    {
        var entries = new List<string>();
        foreach (var page in pages)
        {
            using var sheet = JsonDocument.Parse(File.ReadAllBytes(Checkout.Corpus($"powerapps-2021-10-01/api/news/{page}/index.json")));
            foreach (var item in sheet.RootElement.GetProperty("value").EnumerateArray())
            {
                var path = item.GetProperty("path").GetString()!["_news/".Length..];
                var title = System.Net.WebUtility.HtmlDecode(item.GetProperty("title").GetString());
                var topics = string.Join(", ", item.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
                var published = item.GetProperty("publishedDateTime").GetDateTimeOffset();
                var outlet = item.GetProperty("provider").GetProperty("name");
                entries.Add($"{path} | {title} | {published:u} | {outlet} | {topics}");
            }
        }

        return entries;
    }
}
