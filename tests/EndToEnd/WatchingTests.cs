using System.Diagnostics;
using LocalDiscord;
using LocalDiscord.Guilds;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The running program and changes in its content folder.</summary>
public sealed class WatchingTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    LocalDiscordServer server = null!;
    LocalDiscord discord = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        discord = new(server.Address);
    }

    [Fact]
    public async Task Article_is_posted_within_two_seconds_after_its_file_is_written()
    {
        Write("first.md", "First");
        await using var bot = await StartAsync();
        var times = new List<TimeSpan>();
        foreach (var i in Enumerable.Range(1, 5))
        {
            var started = Stopwatch.GetTimestamp();
            Write($"{i}.md", $"Story {i}");
            await bot.UntilPrintedAsync($"Posted \"Story {i}\"");
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:0} ms")));
        // The median, because a machine that is busy for a moment says nothing about the bot.
        Assert.InRange(times.Order().ElementAt(2), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Many_files_changing_at_once_give_exactly_the_right_news()
    {
        for (var i = 1; i <= 240; i++)
            Write($"{i:000}.md", $"Story {i:000}", i > 230 ? "published: false" : "");
        await using var bot = await StartAsync();

        for (var i = 1; i <= 100; i++)
            Write($"{i:000}.md", $"Story {i:000}, corrected");
        Directory.CreateDirectory(folder.File("content/archive"));
        for (var i = 101; i <= 160; i++)
            File.Move(folder.File($"content/{i:000}.md"), folder.File($"content/archive/{i:000}.md"));
        for (var i = 161; i <= 220; i++)
            File.Delete(folder.File($"content/{i:000}.md"));
        for (var i = 231; i <= 240; i++)
            Write($"{i:000}.md", $"Story {i:000}");
        // With the last one, they are just as many as are no flood.
        for (var i = 241; i <= 249; i++)
            Write($"{i:000}.md", $"Story {i:000}");

        await UntilPostedAsync(19);
        Write("last.md", "Last");
        await bot.UntilPrintedAsync("Posted \"Last\"");
        Assert.Equal([.. Enumerable.Range(231, 19).Select(i => $"Story {i:000}"), "Last"], await discord.PostsAsync("news"));
    }

    [Fact]
    public async Task Half_written_file_is_not_a_problem()
    {
        Write("first.md", "First");
        await using var bot = await StartAsync();

        File.WriteAllText(folder.File("content/half.md"), "---\ntitle: \"Half an art");
        await Task.Delay(TimeSpan.FromMilliseconds(600), Ct);
        var rest = $"icle\"\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/half\n---\n";
        File.AppendAllText(folder.File("content/half.md"), rest);

        await bot.UntilPrintedAsync("Posted \"Half an article\"");
        Assert.DoesNotContain("half.md", bot.Output);
        Assert.DoesNotContain("warning", bot.Output);
    }

    [Fact]
    public async Task Folder_renamed_away_and_back_withdraws_nothing_and_is_reported_once()
    {
        Write("first.md", "First");
        Write("second.md", "Second");
        await using var bot = await StartAsync();
        await discord.CommandAsync("/channel alerts channel:#general", "moderator");

        Directory.Move(folder.File("content"), folder.File("away"));
        await bot.UntilPrintedAsync("The content folder can't be read");
        await Task.Delay(TimeSpan.FromSeconds(2.5), Ct);
        var gone = await discord.PostsAsync("general");
        Directory.Move(folder.File("away"), folder.File("content"));
        await bot.UntilPrintedAsync("✓ The content folder is back");
        Write("third.md", "Third");
        await bot.UntilPrintedAsync("Posted \"Third\"");

        Assert.Equal(["The content folder can't be read"], gone);
        Assert.Equal(["✓ The content folder is back"], await discord.PostsAsync("general"));
        Assert.Equal(["Third"], await discord.PostsAsync("news"));
        Assert.Single(bot.Output.Split('\n'), line => line.Contains("could not be updated", StringComparison.Ordinal));
        Assert.DoesNotContain("withdrawn", bot.Output);
        Assert.DoesNotContain("restored", bot.Output);
    }

    public async ValueTask DisposeAsync()
    {
        discord.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The program once it has read the folder and answers; later articles are news for #news.</summary>
    async Task<BotProcess> StartAsync()
    {
        var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
            ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
            ["CHANNELS__0__LATEST"] = "0",
            ["CONTENT__LOOKEVERY"] = "00:00:01",
        });
        await bot.UntilPrintedAsync("Registered");
        return bot;
    }

    void Write(string path, string title, string fields = "") => folder.Write(
        "content/" + path,
        $"---\ntitle: \"{title}\"\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    async Task UntilPostedAsync(int count)
    {
        while ((await discord.PostsAsync("news")).Count < count)
            await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);
    }
}
