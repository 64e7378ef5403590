using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Desk.Database;
using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shared;

namespace EndToEnd.Tests;

/// <summary>SIGTERM ends the bot within 10 seconds, whatever it waits for, and the next start goes on where it was.</summary>
public sealed class StopTests : IDisposable
{
    const int Articles = 3;

    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public StopTests()
    {
        for (var i = 1; i <= Articles; i++)
            folder.Write($"content/{i}.md", KillTests.Story($"Story {i}", Yesterday.At(i), $"{i}"));
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task While_the_database_is_opened_and_another_program_has_it()
    {
        using var other = LockedFile("begin exclusive");
        await using var bot = BotProcess.Start(folder.Path, [], Settings(new("http://127.0.0.1:9/")));
        while (!File.Exists(folder.File("news.db-bot")))
            await Task.Delay(20, Ct);

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_the_first_import_waits_for_another_program()
    {
        await CommandLine.RunAsync(folder.Path, "list", "--database", DeskPlace.In(folder.Path));
        folder.Write("content/new.md", KillTests.Story("New story", Yesterday.At(Articles + 1), "new"));
        using var other = LockedForWriting();
        await using var bot = BotProcess.Start(folder.Path, [], Settings(new("http://127.0.0.1:9/")));
        await bot.UntilPrintedAsync("Reading articles");

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_a_post_cannot_be_recorded_and_it_is_not_posted_again()
    {
        await using var server = await StartDiscordAsync();
        using var discord = new LocalDiscord(server.Address);
        await discord.FaultAsync("""{"api": "create-message", "delay": 5}""");
        await using (var bot = BotProcess.Start(folder.Path, [], Settings(server.ApiBase)))
        {
            while (await discord.IsFaultAheadAsync())
                await Task.Delay(20, Ct);
            using var other = LockedForWriting();
            while (await discord.AnsweredPostsAsync() == 0)
                await Task.Delay(20, Ct);

            await StopsAsync(bot);
            Assert.DoesNotContain("Posted", bot.Output);
        }

        await PostsTheRestAsync(server, discord);
    }

    [Fact]
    public async Task While_Discord_rate_limits_a_post_for_an_hour()
    {
        await using var server = await StartDiscordAsync();
        using var discord = new LocalDiscord(server.Address);
        await discord.FaultAsync("""{"api": "create-message", "status": 429, "retry_after": 3600}""");
        await using var bot = BotProcess.Start(folder.Path, [], Settings(server.ApiBase));
        await bot.UntilPrintedAsync("rate limited");

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_Discord_does_not_answer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, port: 0);
        silent.Start();
        await using var bot = BotProcess.Start(folder.Path, [], Settings(new($"http://{silent.LocalEndpoint}/api/v10")));
        using var connection = await silent.AcceptTcpClientAsync(Ct);

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_the_connection_to_Discord_is_lost()
    {
        var server = await StartDiscordAsync();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(Settings(server.ApiBase))
        {
            ["LOGGING__LOGLEVEL__DISCORD"] = "Information",
        });
        await bot.UntilPrintedAsync("Connected to Discord");
        await server.DisposeAsync();
        await bot.UntilPrintedAsync("reconnecting");

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_a_named_pipe_that_nobody_writes_to_is_among_the_articles()
    {
        Assert.SkipUnless(Libc.IsThere, "needs named pipes");
        Libc.MakePipe(folder.File("content/pipe.md"));
        await using var server = await StartDiscordAsync();
        await using var bot = BotProcess.Start(folder.Path, [], Settings(server.ApiBase));
        await bot.UntilPrintedAsync("Posted \"Story");

        await StopsAsync(bot);
    }

    [Fact]
    public async Task While_half_of_an_interaction_has_come_over_HTTP()
    {
        var port = FreePort();
        await using var server = await StartDiscordAsync();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(Settings(server.ApiBase))
        {
            ["INTERACTIONS__PUBLICKEY"] = new string('a', 64),
            ["INTERACTIONS__LISTEN"] = $"http://127.0.0.1:{port}",
        });
        await bot.UntilPrintedAsync("Taking interactions");
        using var sender = new TcpClient();
        await sender.ConnectAsync(IPAddress.Loopback, port, Ct);
        await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes("""
            POST /interactions HTTP/1.1
            Host: 127.0.0.1
            X-Signature-Ed25519: 00
            X-Signature-Timestamp: 0
            Content-Length: 1000

            {
            """.ReplaceLineEndings("\r\n")), Ct);

        await StopsAsync(bot);
    }

    public void Dispose() => folder.Dispose();

    static async Task StopsAsync(BotProcess bot)
    {
        var signaled = Stopwatch.GetTimestamp();
        Assert.Equal(0, await bot.StopAsync());
        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(signaled).TotalSeconds:0.0} s\n{bot.Output}");
        Assert.InRange(Stopwatch.GetElapsedTime(signaled), TimeSpan.Zero, Longest);
        Assert.Equal("", bot.Errors);
    }

    /// <summary>Starts again, without what held it up, and posts each story once.</summary>
    async Task PostsTheRestAsync(LocalDiscordServer server, LocalDiscord discord)
    {
        await using var again = BotProcess.Start(folder.Path, [], Settings(server.ApiBase));
        while ((await discord.PostsAsync("news")).Distinct().Count() < Articles)
            await Task.Delay(20, Ct);
        await again.UntilPrintedAsync("Connected to Discord");
        await StopsAsync(again);
        Assert.Equal(Articles, (await discord.PostsAsync("news")).Count);
    }

    static Task<LocalDiscordServer> StartDiscordAsync() =>
        LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);

    static Dictionary<string, string> Settings(Uri apiBase) => new()
    {
        ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
        ["DISCORD__APIBASE"] = apiBase.AbsoluteUri,
        ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
        ["CHANNELS__0__LATEST"] = $"{Articles}",
    };

    /// <summary>The database with another program's lock on it, which lets it be read, until it is disposed.</summary>
    DbConnection LockedForWriting()
    {
        if (!DeskPlace.IsServer)
            return LockedFile("begin immediate");
        var server = PostgresAddress.Of(DeskPlace.In(folder.Path)).ConnectionString;
        return Locked(new NpgsqlConnection(server), "begin; lock table writer in exclusive mode");
    }

    DbConnection LockedFile(string begin) =>
        Locked(new SqliteConnection($"Data Source={folder.File("news.db")};Pooling=False"), begin);

    static DbConnection Locked(DbConnection connection, string begin)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = begin;
        command.ExecuteNonQuery();
        return connection;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
