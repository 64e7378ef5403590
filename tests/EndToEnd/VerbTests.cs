using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The verbs that change nothing: list and try.</summary>
public sealed class VerbTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task List_matches_the_answer_sheet_of_the_corpus_in_order()
    {
        var content = Checkout.Corpus("powerapps-2021-10-01/_news");
        var expected = new List<string>();
        for (var page = 1; page <= 8; page++)
        {
            var file = Checkout.Corpus($"powerapps-2021-10-01/api/news/page/{page}/index.json");
            using var sheet = JsonDocument.Parse(File.ReadAllBytes(file));
            var items = sheet.RootElement.GetProperty("value").EnumerateArray();
            expected.AddRange(items.Select(item => item.GetProperty("path").GetString()!["_news/".Length..]));
        }

        var (_, output, _) = await CommandLine.RunAsync(folder.Path, "list", "--content", content, "--json");

        using var listed = JsonDocument.Parse(output);
        Assert.Equal(192, expected.Count);
        Assert.Equal(expected, listed.RootElement.EnumerateArray().Select(item => item.GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task List_filters_by_topic_and_provider()
    {
        var (_, topic, _) = await CommandLine.RunAsync(Checkout.Root, "list", "--topic", "football");
        var (_, both, _) = await CommandLine.RunAsync(Checkout.Root, "list", "--topic", "Football", "--provider", "The Harbour Gazette");
        var (exitCode, _, errors) = await CommandLine.RunAsync(Checkout.Root, "list", "--topic", "chess");

        Assert.Equal(2, topic.Trim().Split('\n').Length);
        Assert.Single(both.Trim().Split('\n'));
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no topic \"chess\". Topics:", errors);
    }

    [Fact]
    public async Task Try_draws_the_bots_answer()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync(Checkout.Root, "try", "/topic name:football");
        var (_, json, _) = await CommandLine.RunAsync(Checkout.Root, "try", "/latest count:2", "--json");
        var (refused, _, errors) = await CommandLine.RunAsync(Checkout.Root, "try", "/channel list");
        var (allowed, list, _) = await CommandLine.RunAsync(Checkout.Root, "try", "/channel list", "--as", "moderator");

        Assert.Equal((0, 1, 0), (exitCode, refused, allowed));
        Assert.Contains("Latest in Football", output);
        using var message = JsonDocument.Parse(json);
        Assert.Equal("Latest news", message.RootElement.GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.Contains("--as moderator", errors);
        Assert.Contains("No channel gets news yet", list);
    }

    [Fact]
    public async Task Program_draws_charts()
    {
        foreach (var (day, subject) in ((string[])["Ferry", "Bridge", "Museum"]).Index())
        {
            folder.Write($"content/{subject}.md", $"""
                ---
                title: {subject} in the news
                publishedDateTime: {DateTimeOffset.UtcNow.AddDays(-1 - day):O}
                webUrl: https://gazette.example/{subject}
                provider: {"{"}name: Gazette, domain: gazette.example{"}"}
                ---
                """);
        }

        var (exitCode, json, errors) = await CommandLine.RunAsync(folder.Path, "try", "/outlet name:Gazette", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        using var message = JsonDocument.Parse(json);
        var file = Assert.Single(message.RootElement.GetProperty("attachments").EnumerateArray());
        Assert.Equal("Chart: 3 stories in the past 30 days.", file.GetProperty("description").GetString());
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Try_works_on_a_copy_of_the_named_database()
    {
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        await CommandLine.RunAsync(folder.Path, "list", "--database", "news.db");
        folder.Write("rules.yaml", "channels:\n  - channel: 42\n    least-outlets: 3\n");
        await CommandLine.RunAsync(folder.Path, "channels", "import", "rules.yaml", "--database", "news.db");
        var before = File.ReadAllBytes(folder.File("news.db"));
        Directory.Delete(folder.File("content"), recursive: true);

        var (exitCode, output, _) = await CommandLine.RunAsync(folder.Path, "try", "/latest", "--database", "news.db");
        await CommandLine.RunAsync(folder.Path, "try", "/channel remove channel:42", "--as", "moderator", "--database", "news.db");
        var (_, exported, _) = await CommandLine.RunAsync(folder.Path, "channels", "export", "--database", "news.db");
        var (missing, _, errors) = await CommandLine.RunAsync(folder.Path, "try", "/latest", "--database", "none.db");

        Assert.Equal((0, 2), (exitCode, missing));
        Assert.Contains("Boat", output);
        Assert.Contains("42", exported);
        Assert.Equal(before, File.ReadAllBytes(folder.File("news.db")));
        Assert.StartsWith("There is no database at", errors);
        Assert.False(File.Exists(folder.File("none.db")));
    }

    [Fact]
    public async Task Looking_leaves_no_files_behind()
    {
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");

        await CommandLine.RunAsync(folder.Path, "try", "/latest");

        Assert.Equal(["content"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();
}
