using System.Text;
using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>check</c>: what it prints where, and what its exit says.</summary>
public sealed class CheckTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_finds_nothing_wrong_with_the_sample_articles()
    {
        var (exitCode, output, errors) = await BotProcess.RunAsync(Checkout.Root, "check");

        Assert.Equal((0, "14 articles, no problems.\n", ""), (exitCode, output, errors));
    }

    [Fact]
    public async Task It_gives_one_clear_message_for_each_kind_of_broken_file_and_the_rest_load()
    {
        const string good = "title: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n";
        folder.Write("content/bad-date.md", "---\ntitle: Boat\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/bad-link.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: gazette\n---\n");
        folder.Write("content/bad-type.md", $"---\n{good}quality: high\n---\n");
        folder.Write("content/bad-yaml.md", $"---\n{good}excerpt: \"no end\n---\n");
        folder.Write("content/empty.md", "");
        folder.Write("content/large.md", $"---\n{good}---\n{new string('x', 5 * 1024 * 1024)}");
        folder.Write("content/no-end.md", $"---\n{good}");
        folder.Write("content/no-front-matter.md", "# Boat\n");
        folder.Write("content/no-title.md", "---\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/good.md", $"---\n{good}---\n");
        File.WriteAllBytes(folder.File("content/not-utf8.md"), [.. Encoding.UTF8.GetBytes($"---\n{good}excerpt: Caf"), 0xE9, .. "\n---\n"u8]);

        var (exitCode, output, _) = await BotProcess.RunAsync(folder.Path, "check", "content");
        var (_, listed, _) = await BotProcess.RunAsync(folder.Path, "list");

        Assert.Equal(1, exitCode);
        Approved.Text(output, "check.txt");
        Assert.Contains("good.md", Assert.Single(listed.Trim().Split('\n')));
    }

    [Theory]
    [InlineData("text", "check-formats.txt")]
    [InlineData("github", "check-formats.github.txt")]
    [InlineData("json", "check-formats.json")]
    public async Task Each_format_tells_errors_and_warnings_within_files_and_between_them(string format, string approved)
    {
        WriteFaulty();

        var (exitCode, output, errors) = await BotProcess.RunAsync(folder.Path, "check", "--format", format);

        Assert.Equal(1, exitCode);
        Approved.Text(output, approved);
        Assert.Equal(format == "text" ? "" : "4 articles, 1 error and 3 warnings in 4 files.\n", errors);
    }

    [Fact]
    public async Task What_is_printed_as_JSON_is_JSON_also_when_nothing_is_wrong()
    {
        var (exitCode, output, _) = await BotProcess.RunAsync(Checkout.Root, "check", "--format", "json");

        using var problems = JsonDocument.Parse(output);
        Assert.Equal((0, 0), (exitCode, problems.RootElement.GetArrayLength()));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Warnings_alone_are_a_failure_only_where_it_is_strict(int expected, bool strict)
    {
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\nexcerptt: Gone.\n---\n");

        var (exitCode, output, _) = await BotProcess.RunAsync(folder.Path, ["check", .. strict ? (string[])["--strict"] : []]);

        Assert.Equal(expected, exitCode);
        Assert.EndsWith("1 article, 1 warning.\n", output);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_can_not_be_checked()
    {
        var (exitCode, output, errors) = await BotProcess.RunAsync(folder.Path, "check", "nowhere");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^There is no content folder at .*nowhere", errors);
    }

    public void Dispose() => folder.Dispose();

    void WriteFaulty()
    {
        const string good = "publishedDateTime: 2026-08-14\nwebUrl: https://gazette.example";
        folder.Write("content/topics/00-ferries.yaml", "taxonomy: topic\n_id: ferries\nname: Ferries\n");
        folder.Write("content/a, b: 100%.md", $"---\ntitle: Boat\n{good}/boat\nexcerptt: Gone.\n---\n");
        folder.Write("content/same.md", $"---\ntitle: Boat\n{good}/boat/\n---\n");
        folder.Write("content/topic.md", $"---\ntitle: Crane\n{good}/crane\ntopics: [Feries]\n---\n");
        folder.Write("content/wrong.md", $"---\ntitle: Seal\n{good}/seal\nquality: high\n---\n");
    }
}
