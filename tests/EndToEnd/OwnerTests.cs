using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Data.Sqlite;
using Shared;

namespace EndToEnd.Tests;

/// <summary>One database, and more than one process that would like to send what it has.</summary>
[Trait("Engine", "SQLite")]
public sealed class OwnerTests : IDisposable
{
    const int Articles = 20;

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_bots_that_start_together_one_runs_and_the_others_say_why_they_do_not()
    {
        WriteArticles();
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);

        var bots = Enumerable.Range(0, 3).Select(_ => BotProcess.Start(folder.Path, [], Settings(server))).ToList();
        try
        {
            var ended = bots.Select(bot => bot.ExitCodeAsync()).ToList();
            await Task.WhenAll(bots.Select((bot, index) => Task.WhenAny(ended[index], bot.UntilPrintedAsync("Connected to Discord"))));
            var refused = bots.Where((_, index) => ended[index].IsCompleted).ToList();
            Assert.Equal(2, refused.Count);
            Assert.All(ended.Where(exit => exit.IsCompleted), exit => Assert.Equal(1, exit.Result));
            Assert.All(refused, bot => Assert.Contains("Another bot is running on " + folder.File("news.db"), bot.Errors));
            Assert.All(refused, bot => Assert.DoesNotContain("   at ", bot.Errors));

            await UntilPostedAsync(discord);
            Assert.Equal(Articles, (await discord.PostsAsync("news")).Distinct().Count());
            Assert.Equal(0, await bots.Single(bot => !refused.Contains(bot)).StopAsync());
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task Suspended_bot_keeps_its_database_and_a_killed_one_does_not()
    {
        WriteArticles();
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);
        await using var first = BotProcess.Start(folder.Path, [], Settings(server));
        await first.UntilPrintedAsync("Posted \"Story");

        first.Suspend();
        await using (var second = BotProcess.Start(folder.Path, [], Settings(server)))
            Assert.Equal(1, await second.ExitCodeAsync());
        var (exitCode, output, _) = await CommandLine.RunAsync(folder.Path, "status");
        Assert.Equal((0, true), (exitCode, output.Contains($"{Articles} published articles", StringComparison.Ordinal)));
        first.Resume();
        await UntilPostedAsync(discord);
        await first.KillAsync();

        await using var third = BotProcess.Start(folder.Path, [], Settings(server));
        await third.UntilPrintedAsync("Connected to Discord");
        Assert.Equal(0, await third.StopAsync());
        Assert.Equal(Articles, (await discord.PostsAsync("news")).Count);
    }

    [Theory]
    [InlineData("deleted", "was deleted or moved")]
    [InlineData("replaced by an older one", "was replaced")]
    [InlineData("emptied", "")]
    [InlineData("without its log", "lost its file \"-wal\"")]
    [InlineData("damaged", "The file is damaged")]
    [InlineData("moved with its folder", "was deleted or moved")]
    public async Task Bot_whose_database_is_gone_says_so_and_exits_with_1(string fate, string said)
    {
        WriteArticles();
        Directory.CreateDirectory(folder.File("data"));
        var database = folder.File("data/news.db");
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        await using var bot = BotProcess.Start(folder.Path, ["run", "--database", "data/news.db"], Settings(server));
        await bot.UntilPrintedAsync("Posted \"Story");
        await bot.UntilPrintedAsync("Connected to Discord");

        switch (fate)
        {
            case "deleted":
                File.Delete(database);
                break;
            case "emptied":
                await File.WriteAllTextAsync(database, "", Ct);
                break;
            case "damaged":
                Damage(database);
                break;
            case "without its log":
                File.Delete(database + "-wal");
                break;
            case "moved with its folder":
                Directory.Move(folder.File("data"), folder.File("elsewhere"));
                break;
            default:
                File.Copy(database, database + ".older");
                File.Move(database + ".older", database, overwrite: true);
                break;
        }

        Assert.Equal(1, await bot.ExitCodeAsync());
        TestContext.Current.TestOutputHelper!.WriteLine(bot.Output + bot.Errors);
        var reason = Assert.Single(bot.Output.Split('\n'), line => line.Contains("  stopped  ", StringComparison.Ordinal));
        Assert.Contains(database, reason);
        Assert.Contains(said, reason);
        Assert.DoesNotContain("   at ", bot.Output + bot.Errors);
        Assert.Matches("Put the file back, or a backup|restore a backup", reason);
    }

    public void Dispose() => folder.Dispose();

    static Dictionary<string, string> Settings(LocalDiscordServer server) => new()
    {
        ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
        ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
        ["CHANNELS__0__LATEST"] = $"{Articles}",
    };

    /// <summary>Moves all to the file, and overwrites it from the second page on.</summary>
    static void Damage(string database)
    {
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = new SqliteCommand("pragma wal_checkpoint(truncate)", connection);
            command.ExecuteNonQuery();
        }

        using var file = File.OpenWrite(database);
        var garbage = new byte[file.Length - 4096];
        Random.Shared.NextBytes(garbage);
        file.Position = 4096;
        file.Write(garbage);
    }

    void WriteArticles()
    {
        for (var i = 1; i <= Articles; i++)
            folder.Write($"content/{i:00}.md", KillTests.Story($"Story {i:00}", Yesterday.At(i), $"{i}"));
    }

    static async Task UntilPostedAsync(LocalDiscord discord)
    {
        while ((await discord.PostsAsync("news")).Count < Articles)
            await Task.Delay(20, Ct);
    }
}
