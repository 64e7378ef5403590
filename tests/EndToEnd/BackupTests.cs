using LocalDiscord;
using LocalDiscord.Guilds;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The verbs for the database as a whole, beside a bot.</summary>
[Trait("Engine", "SQLite")]
public sealed class BackupTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_posted_after_a_backup_is_not_posted_again_when_it_is_restored()
    {
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);
        folder.Write("content/1.md", KillTests.Story("Story 1", Yesterday.At(1), "1"));
        await using (var bot = BotProcess.Start(folder.Path, [], Settings(server)))
        {
            await bot.UntilPrintedAsync("Posted \"Story 1");
            Assert.Equal((0, ""), await RunAsync("backup", "backup.db"));
            Assert.Contains("Another bot is running", (await RunAsync("restore", "backup.db")).Errors);
            folder.Write("content/2.md", KillTests.Story("Story 2", Yesterday.At(2), "2"));
            await bot.UntilPrintedAsync("Posted \"Story 2");
            Assert.Equal(0, await bot.StopAsync());
        }

        Assert.Equal((0, ""), await RunAsync("restore", "backup.db"));
        Assert.Equal((0, ""), await RunAsync("vacuum"));

        folder.Write("content/3.md", KillTests.Story("Story 3", Yesterday.At(3), "3"));
        await using var again = BotProcess.Start(folder.Path, [], Settings(server));
        await again.UntilPrintedAsync("Posted \"Story 3");
        Assert.Equal(["Story 1", "Story 2", "Story 3"], await discord.PostsAsync("news"));
    }

    public void Dispose() => folder.Dispose();

    async Task<(int ExitCode, string Errors)> RunAsync(params string[] arguments)
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(folder.Path, arguments);
        return (exitCode, errors);
    }

    static Dictionary<string, string> Settings(LocalDiscordServer server) => new()
    {
        ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
        ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        ["CONTENT__LOOKEVERY"] = "00:00:01",
        ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
    };
}
