using System.Globalization;
using LocalDiscord;
using LocalDiscord.Guilds;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The outbox keeps its promise after SIGKILL.</summary>
public sealed class KillTests : IDisposable
{
    const int Articles = 30;

    /// <summary>On a server, each restart waits some seconds until the killed process counts as dead.</summary>
    static readonly int Kills = DeskPlace.IsServer ? 3 : 8;

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Each_story_is_posted_to_each_channel_exactly_once_despite_kills()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 1; i <= Articles; i++)
            folder.Write($"content/{i:00}.md", Story($"Story {i:00}", Yesterday.At(i), $"{i}"));

        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);
        var settings = new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
            ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
            ["CHANNELS__0__LATEST"] = Articles.ToString(CultureInfo.InvariantCulture),
            ["CHANNELS__1__CHANNEL"] = Seed.AnnouncementsChannelId,
            ["CHANNELS__1__LATEST"] = Articles.ToString(CultureInfo.InvariantCulture),
        };

        await using var events = discord.EventsAsync().GetAsyncEnumerator(Ct);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var bot = BotProcess.Start(folder.Path, [], settings);
            // A few are killed while they start; most right after a message arrives, before the bot can record it.
            if (kill % 5 == 0)
                await Task.Delay(random.Next(600), Ct);
            else
                await MessagesAsync(events, random.Next(1, 5));
            await bot.KillAsync();
        }

        await using var last = BotProcess.Start(folder.Path, [], settings);
        while ((await discord.PostsAsync("news")).Count < Articles || (await discord.PostsAsync("announcements")).Count < Articles)
            await MessagesAsync(events, 1);
        await last.UntilPrintedAsync("Connected to Discord");
        Assert.Equal(0, await last.StopAsync());

        var expected = Enumerable.Range(1, Articles).Select(i => $"Story {i:00}");
        Assert.Equal(expected, (await discord.PostsAsync("news")).Order());
        Assert.Equal(expected, (await discord.PostsAsync("announcements")).Order());
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    internal static string Story(string title, string date, string name, string fields = "") =>
        $"---\ntitle: {title}\npublishedDateTime: {date}\nwebUrl: https://gazette.example/{name}\n{fields}\n---\n";

    static async Task MessagesAsync(IAsyncEnumerator<string> events, int count)
    {
        while (count > 0 && await events.MoveNextAsync())
        {
            if (events.Current == "message_create")
                count--;
        }
    }
}
