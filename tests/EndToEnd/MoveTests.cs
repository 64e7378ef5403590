using LocalDiscord;
using LocalDiscord.Guilds;
using Shared;

namespace EndToEnd.Tests;

/// <summary>From a file to a server, and what is there afterwards.</summary>
[Trait("Engine", "SQLite")]
public sealed class MoveTests : IAsyncDisposable
{
    /// <summary>No more than a channel gets at once without a question.</summary>
    const int ArticlesPerFault = 3;

    readonly TemporaryFolder folder = new();
    readonly List<BotProcess> bots = [];
    readonly PostgresServer postgres;
    int articles;

    public MoveTests()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed: apt-get install postgresql");
        postgres = PostgresServer.Open();
        Database = postgres.CreateDatabase("desk");
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Database { get; }

    [Fact]
    public async Task Bot_that_moves_to_a_server_posts_nothing_again_and_a_backup_of_it_is_a_file()
    {
        Write();
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);
        await using (var onFile = BotProcess.Start(folder.Path, [], Settings(server)))
        {
            await UntilPostedAsync(discord);
            await onFile.UntilPrintedAsync("Connected to Discord");
            Assert.Equal(0, await onFile.StopAsync());
        }

        var (exitCode, output, errors) = await BotProcess.RunAsync(folder.Path, "move", "news.db", Database);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("^Copied [0-9]+ rows from .*/news.db to postgres://", output);

        var onServer = await StartAsync(server);
        await onServer.UntilPrintedAsync("Connected to Discord");
        Write();
        await UntilPostedAsync(discord);
        // The second one replaces the first.
        for (var i = 0; i < 2; i++)
        {
            var backup = await BotProcess.RunAsync(folder.Path, "backup", "copy.db", "--database", Database);
            Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        }

        Assert.Equal(["copy.db"], Directory.GetFiles(folder.Path, "copy.db*").Select(Path.GetFileName));
        Assert.Equal(0, await onServer.StopAsync());

        Assert.Equal(Enumerable.Range(1, articles).Select(Title), (await discord.PostsAsync("news")).Order());
        var (_, status, _) = await BotProcess.RunAsync(folder.Path, "status", "--database", "copy.db");
        Assert.Contains($"{articles} published articles", status, StringComparison.Ordinal);
    }

    async Task<BotProcess> StartAsync(LocalDiscordServer server)
    {
        var bot = BotProcess.Start(folder.Path, ["run", "--database", Database], Settings(server));
        bots.Add(bot);
        await bot.UntilPrintedAsync("Reading articles from");
        return bot;
    }

    static Dictionary<string, string> Settings(LocalDiscordServer server) => new()
    {
        ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
        ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        ["CONTENT__LOOKEVERY"] = "00:00:01",
        ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
        ["CHANNELS__0__LATEST"] = $"{ArticlesPerFault}",
        ["CHANNELS__1__CHANNEL"] = Seed.AnnouncementsChannelId,
        ["CHANNELS__1__LATEST"] = $"{ArticlesPerFault}",
    };

    /// <summary>Some more articles, published now.</summary>
    void Write()
    {
        for (var i = 0; i < ArticlesPerFault; i++)
        {
            articles++;
            var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
            folder.Write($"content/{articles:000}.md", KillTests.Story(Title(articles), now, $"{articles}"));
        }
    }

    static string Title(int article) => $"Story {article:000}";

    async Task UntilPostedAsync(LocalDiscord discord)
    {
        await discord.UntilPostsAsync("news", articles);
        await discord.UntilPostsAsync("announcements", articles);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        postgres.Dispose();
        folder.Dispose();
    }
}
