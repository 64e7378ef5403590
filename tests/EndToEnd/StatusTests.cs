using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>status</c>: what the database says about its bot.</summary>
public sealed partial class StatusTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Status_shows_articles_imports_deliveries_and_problems()
    {
        WriteSettings();
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/b.md", "---\ntitle: Crane\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/crane\n---\n");
        await using (var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string> { ["LOCALDISCORD__PORT"] = "0" }))
        {
            await bot.UntilPrintedAsync("Posted \"Boat\"");
            await bot.StopAsync();
        }

        folder.Write("content/a.md", "---\ntitle: Boats\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        await CommandLine.RunAsync(folder.Path, "list", "--database", DeskPlace.In(folder.Path));
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.Equal((0, ""), (exitCode, errors));
        var stable = Time().Replace(output.Replace(folder.Path, "FOLDER", StringComparison.Ordinal), "TIME");
        var lines = stable.Split('\n').Select(line => line.TrimEnd());
        Approved.Text(string.Join('\n', lines), "status.txt");
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Missing_database_is_reported_and_not_created()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^There is no database at .*news.db", errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Running_bot_says_how_it_is()
    {
        WriteSettings(FreeAddress());
        folder.Write("content/README.md", "");
        await using var bot = BotProcess.Start(folder.Path, [], OnAnyPort);
        await bot.UntilPrintedAsync("Registered");

        var (_, right, _) = await CommandLine.RunAsync(folder.Path, "status");
        Directory.Move(folder.File("content"), folder.File("away"));
        var (exitCode, wrong, _) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.StartsWith("✓ bot, gateway, database, content, outbox, model, clock\n", right, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Matches(
            "^✗ content: The content folder .*/content is missing.\n  Look whether the disk is mounted, .* *\n"
                + "✓ bot, gateway, database, outbox, model, clock\n",
            wrong);
    }

    [Fact]
    public async Task Running_bot_that_may_not_be_asked_is_looked_at_from_outside()
    {
        WriteSettings();
        folder.Write("content/README.md", "");
        await using var bot = BotProcess.Start(folder.Path, [], OnAnyPort);
        await bot.UntilPrintedAsync("Registered");

        var (_, output, _) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.StartsWith(
            "✓ bot, database, content, outbox, model\n  Set Health:Listen, and the bot also says here whether it hears Discord.",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_bot_that_does_not_answer_is_a_problem()
    {
        WriteSettings(FreeAddress());
        folder.Write("content/README.md", "");
        var elsewhere = new Dictionary<string, string>(OnAnyPort) { ["HEALTH__LISTEN"] = "" };
        await using var bot = BotProcess.Start(folder.Path, [], elsewhere);
        await bot.UntilPrintedAsync("Registered");

        var (_, output, _) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.Matches("^✗ bot: The bot is running, but can't be asked at http://127.0.0.1:[0-9]+/. .*\n  Look for the reason ", output);
        Assert.Contains("\n✓ database, content, outbox, model\n", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Watching_prints_what_changes_without_control_characters_until_it_is_stopped()
    {
        WriteSettings();
        Article("a.md");
        await CommandLine.RunAsync(folder.Path, "list", "--database", DeskPlace.In(folder.Path));
        await using var status = BotProcess.Start(folder.Path, ["status", "--watch", "1"]);
        await status.UntilPrintedAsync("1 published article in");

        Article("b.md");
        await CommandLine.RunAsync(folder.Path, "list", "--database", DeskPlace.In(folder.Path));
        await status.UntilPrintedAsync("2 published articles in");
        File.Delete(folder.File("news.db"));
        await status.UntilPrintedAsync("✗ There is no database at");

        Assert.Equal((0, ""), (await status.StopAsync(), status.Errors));
        Assert.DoesNotContain(status.Output, character => char.IsControl(character) && character != '\n');
        Assert.Contains(", every 1 s. Ctrl+C ends.\n✗ bot: The bot isn't running.\n", status.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    static readonly Dictionary<string, string> OnAnyPort = new() { ["LOCALDISCORD__PORT"] = "0" };

    void Article(string path) => folder.Write(
        $"content/{path}", $"---\ntitle: {path}\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/{path}\n---\n");

    /// <summary>For the bot and for the verb, as on an operator's machine.</summary>
    void WriteSettings(string health = "") => folder.Write(
        "appsettings.json", $$"""{ "Answers": { "Meaning": "off" }, "Health": { "Listen": "{{health}}" } }""");

    static string FreeAddress()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return $"http://{free.LocalEndpoint}";
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Time();
}
