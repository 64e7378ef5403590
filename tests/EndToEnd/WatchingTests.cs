using System.Diagnostics;
using Sandbox;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The running program and a content folder that changes under it.</summary>
public sealed class WatchingTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    SandboxServer server = null!;
    LocalDiscord discord = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await SandboxServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        discord = new(server.Address);
    }

    [Fact]
    public async Task An_article_is_posted_within_two_seconds_of_its_file_being_written()
    {
        Write("first.md", "First");
        await using var bot = await StartAsync();
        var times = new List<TimeSpan>();
        foreach (var i in Enumerable.Range(1, 5))
        {
            var started = Stopwatch.GetTimestamp();
            Write($"{i}.md", $"Story {i}");
            await bot.UntilPrintedAsync($"Posted “Story {i}”");
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:0} ms")));
        // The middle one: a machine that is busy for a moment says nothing of the bot.
        Assert.InRange(times.Order().ElementAt(2), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Three_hundred_files_that_change_at_once_give_exactly_the_right_news()
    {
        for (var i = 1; i <= 240; i++)
            Write($"{i:000}.md", $"Story {i:000}", i > 220 ? "published: false" : "");
        await using var bot = await StartAsync();

        for (var i = 1; i <= 100; i++)
            Write($"{i:000}.md", $"Story {i:000}, corrected");
        Directory.CreateDirectory(folder.File("content/archive"));
        for (var i = 101; i <= 160; i++)
            File.Move(folder.File($"content/{i:000}.md"), folder.File($"content/archive/{i:000}.md"));
        for (var i = 161; i <= 220; i++)
            File.Delete(folder.File($"content/{i:000}.md"));
        for (var i = 221; i <= 240; i++)
            Write($"{i:000}.md", $"Story {i:000}");
        for (var i = 241; i <= 300; i++)
            Write($"{i:000}.md", $"Story {i:000}");

        await UntilPostedAsync(80);
        Write("last.md", "Last");
        await bot.UntilPrintedAsync("Posted “Last”");
        Assert.Equal([.. Enumerable.Range(221, 80).Select(i => $"Story {i:000}"), "Last"], await discord.PostsAsync("news"));
    }

    [Fact]
    public async Task A_file_that_is_half_written_is_no_problem()
    {
        Write("first.md", "First");
        await using var bot = await StartAsync();

        File.WriteAllText(folder.File("content/half.md"), "---\ntitle: \"Half an art");
        await Task.Delay(TimeSpan.FromMilliseconds(600), Ct);
        File.AppendAllText(folder.File("content/half.md"), "icle\"\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/half\n---\n");

        await bot.UntilPrintedAsync("Posted “Half an article”");
        Assert.DoesNotContain("half.md", bot.Output);
        Assert.DoesNotContain("warning", bot.Output);
    }

    [Fact]
    public async Task A_folder_that_is_renamed_away_and_back_withdraws_nothing_and_is_told_once()
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
        await bot.UntilPrintedAsync("Posted “Third”");

        Assert.Equal(["The content folder can't be read"], gone);
        Assert.Equal(["✓ The content folder is back"], await discord.PostsAsync("general"));
        Assert.Equal(["Third"], await discord.PostsAsync("news"));
        Assert.Single(bot.Output.Split('\n'), line => line.Contains("could not be brought up to date", StringComparison.Ordinal));
        Assert.DoesNotContain("withdrawn", bot.Output);
        Assert.DoesNotContain("back,", bot.Output);
    }

    public async ValueTask DisposeAsync()
    {
        discord.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The program, when it has seen the folder and answers, with what comes then as news for #news.</summary>
    async Task<BotProcess> StartAsync()
    {
        var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = SandboxServer.Token,
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
        $"---\ntitle: \"{title}\"\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    async Task UntilPostedAsync(int count)
    {
        while ((await discord.PostsAsync("news")).Count < count)
            await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);
    }
}
