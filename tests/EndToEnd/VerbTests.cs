using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The verbs that only look: list and try.</summary>
public sealed class VerbTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task List_gives_the_answer_sheet_of_the_corpus_in_its_order()
    {
        var content = Checkout.Corpus("powerapps-2021-10-01/_news");
        var expected = new List<string>();
        for (var page = 1; page <= 8; page++)
        {
            using var sheet = JsonDocument.Parse(File.ReadAllBytes(Checkout.Corpus($"powerapps-2021-10-01/api/news/page/{page}/index.json")));
            expected.AddRange(sheet.RootElement.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("path").GetString()!["_news/".Length..]));
        }

        var (_, output, _) = await BotProcess.RunAsync(folder.Path, "list", "--content", content, "--json");

        using var listed = JsonDocument.Parse(output);
        Assert.Equal(192, expected.Count);
        Assert.Equal(expected, listed.RootElement.EnumerateArray().Select(item => item.GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task List_keeps_to_a_topic_and_a_provider()
    {
        var (_, topic, _) = await BotProcess.RunAsync(Checkout.Root, "list", "--topic", "football");
        var (_, both, _) = await BotProcess.RunAsync(Checkout.Root, "list", "--topic", "Football", "--provider", "The Harbour Gazette");
        var (exitCode, _, errors) = await BotProcess.RunAsync(Checkout.Root, "list", "--topic", "chess");

        Assert.Equal(2, topic.Trim().Split('\n').Length);
        Assert.Single(both.Trim().Split('\n'));
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no topic \"chess\". Topics:", errors);
    }

    [Fact]
    public async Task Try_draws_what_the_bot_would_answer()
    {
        var (exitCode, output, _) = await BotProcess.RunAsync(Checkout.Root, "try", "/topic name:football");
        var (_, json, _) = await BotProcess.RunAsync(Checkout.Root, "try", "/latest count:2", "--json");
        var (refused, _, errors) = await BotProcess.RunAsync(Checkout.Root, "try", "/channel list");
        var (allowed, list, _) = await BotProcess.RunAsync(Checkout.Root, "try", "/channel list", "--as", "moderator");

        Assert.Equal((0, 1, 0), (exitCode, refused, allowed));
        Assert.Contains("Latest in Football", output);
        using var message = JsonDocument.Parse(json);
        Assert.Equal("Latest news", message.RootElement.GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.Contains("--as moderator", errors);
        Assert.Contains("No channel gets news yet", list);
    }

    [Fact]
    public async Task Looking_leaves_nothing_behind()
    {
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");

        await BotProcess.RunAsync(folder.Path, "try", "/latest");

        Assert.Equal(["content"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();
}
