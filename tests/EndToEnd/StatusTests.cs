using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>status</c>: what the database says about its bot.</summary>
public sealed partial class StatusTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Status_shows_articles_imports_deliveries_and_problems()
    {
        folder.Write("content/a.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/b.md", "---\ntitle: Crane\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/crane\n---\n");
        await using (var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string> { ["LOCALDISCORD__PORT"] = "0" }))
        {
            await bot.UntilPrintedAsync("Posted \"Boat\"");
            await bot.StopAsync();
        }

        folder.Write("content/a.md", "---\ntitle: Boats\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        await CommandLine.RunAsync(folder.Path, "list", "--database", "news.db");
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.Equal((0, ""), (exitCode, errors));
        var stable = Time().Replace(output.Replace(folder.Path, "FOLDER", StringComparison.Ordinal), "TIME");
        var lines = stable.Split('\n').Select(line => line.TrimEnd());
        Approved.Text(string.Join('\n', lines), "status.txt");
    }

    [Fact]
    public async Task Missing_database_is_reported_and_not_created()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "status");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^There is no database at .*news.db", errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Time();
}
