using System.Text.Json;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>preview</c>: a post before anyone sees it.</summary>
public sealed partial class PreviewTests : IDisposable
{
    static readonly string Published = DateTimeOffset.UtcNow.AddDays(-5).AddHours(-1).ToString("O");

    static readonly string Article = $$"""
        ---
        title: "Seal closes the *slipway*"
        excerpt: "Two boats waited."
        publishedDateTime: {{Published}}
        webUrl: "https://harbourgazette.example/seal"
        provider: { name: The Harbour Gazette, domain: harbourgazette.example }
        topics: [Harbour]
        related:
          - title: "Dogs and seals"
            webUrl: "https://ostrelradio.example/dogs"
            provider: { name: Ostrel Radio, domain: ostrelradio.example }
        ---
        """;

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Post_is_drawn_as_members_will_see_it()
    {
        folder.Write("content/seal.md", Article);

        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "preview", "content/seal.md");

        Assert.Equal((0, ""), (exitCode, errors));
        Approved.Text(output, "preview.txt");
    }

    [Fact]
    public async Task JSON_is_what_Discord_gets()
    {
        folder.Write("content/seal.md", Article);

        var (_, output, _) = await CommandLine.RunAsync(folder.Path, "preview", "content/seal.md", "--json");

        using var message = JsonDocument.Parse(output);
        Assert.Equal("Seal closes the \\*slipway\\*", Posted.Title(message.RootElement));
    }

    [Theory]
    [InlineData("")]
    [InlineData("published: false\n")]
    public async Task Post_shows_the_story_with_the_files_that_join_it(string fields)
    {
        const string same = "---\ntitle: Ferry hits pier in Kelmouth harbour at dawn\npublishedDateTime: 2026-11-24T10:00:00Z\n";
        folder.Write(
            "content/1.md",
            $"{same}webUrl: https://o1.example/f\nprovider: {{ name: Outlet 1, domain: o1.example }}\nquality: 5\n---\n");
        folder.Write(
            "content/2.md",
            $"{same}webUrl: https://o2.example/f\nprovider: {{ name: Outlet 2, domain: o2.example }}\n{fields}---\n");
        folder.Write("content/3.md", "---\ntitle: Crane\npublishedDateTime: 2026-11-24\nwebUrl: https://o3.example/\n---\n");

        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "preview", "content/2.md");

        Assert.Equal((0, "It is one story with another article:\n  content/1.md (leads the story)\n"), (exitCode, errors));
        Assert.Contains("Outlet 1\u00A0·", output);
        Assert.Contains("More: Outlet\u00A02", output);
    }

    [Fact]
    public async Task Mistakes_are_reported_instead_of_a_post()
    {
        folder.Write("content/seal.md", Article.Replace(Published, "tomorow", StringComparison.Ordinal));

        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "preview", "content/seal.md");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("content/seal.md:4:20: publishedDateTime \"tomorow\" is not a date.", errors);
    }

    [Fact]
    public async Task Missing_file_is_reported()
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(folder.Path, "preview", "content/seal.md");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("content/seal.md:1:1: The file can't be read", errors);
    }

    [Fact]
    public async Task Page_shows_the_post_in_news_until_the_program_stops()
    {
        folder.Write("content/seal.md", Article);
        await using var bot = BotProcess.Start(folder.Path, ["preview", "content/seal.md", "--open"]);
        using var discord = new LocalDiscord(new(Address().Match(await bot.UntilPrintedAsync("The post is in #news")).Value));

        Assert.Equal(["Seal closes the \\*slipway\\*"], await discord.PostsAsync("news"));
        Assert.Equal(0, await bot.StopAsync());
        Assert.Equal("", bot.Errors);
        Assert.Equal(["content"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
