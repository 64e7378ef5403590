using System.Globalization;
using Sandbox;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The promise of the outbox, against SIGKILL.</summary>
public sealed class KillTests : IDisposable
{
    const int Articles = 30;
    const int Kills = 20;

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Killed_at_twenty_random_moments_it_has_posted_each_story_to_each_channel_exactly_once()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 1; i <= Articles; i++)
            folder.Write($"content/{i:00}.md", $"---\ntitle: Story {i:00}\npublishedDateTime: 2026-11-01T00:{i:00}Z\nwebUrl: https://gazette.example/{i}\n---\n");

        await using var server = await SandboxServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, TestContext.Current.CancellationToken);
        using var discord = new LocalDiscord(server.Address);
        var settings = new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = SandboxServer.Token,
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
            ["CHANNELS__0__CHANNEL"] = Seed.NewsChannelId,
            ["CHANNELS__0__LATEST"] = Articles.ToString(CultureInfo.InvariantCulture),
            ["CHANNELS__1__CHANNEL"] = Seed.AnnouncementsChannelId,
            ["CHANNELS__1__LATEST"] = Articles.ToString(CultureInfo.InvariantCulture),
        };

        await using var events = discord.EventsAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var bot = BotProcess.Start(folder.Path, [], settings);
            // A few are killed while they start; most while messages arrive, right behind one: before the bot can record it.
            if (kill % 5 == 0)
                await Task.Delay(random.Next(600), TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task Killed_behind_each_alert_it_has_told_each_problem_once_and_struck_each_through_that_was_mended()
    {
        const int problems = 6;
        folder.Write("content/good.md", Story("good", ""));
        await using var server = await SandboxServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, TestContext.Current.CancellationToken);
        using var discord = new LocalDiscord(server.Address);
        var settings = new Dictionary<string, string> { ["DISCORD__TOKEN"] = SandboxServer.Token, ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri };
        await using (var first = BotProcess.Start(folder.Path, [], settings))
        {
            await first.UntilPrintedAsync("Registered");
            await discord.CommandAsync("/channel alerts channel:#general", "moderator");
        }

        for (var i = 1; i <= problems; i++)
        {
            folder.Write($"content/{i}.md", Story($"{i}", "quality: high"));
            await RunUntilAsync(() => discord.PostsAsync("general"), posts => posts.Count >= i, settings);
        }

        for (var i = 1; i <= problems; i++)
        {
            folder.Write($"content/{i}.md", Story($"{i}", "quality: 61"));
            await RunUntilAsync(() => discord.PostsAsync("general"), posts => posts.Count(post => post.StartsWith('✓')) >= i, settings);
        }

        var told = (await discord.MessagesAsync("general")).Select(message => message.GetProperty("embeds")[0].GetProperty("description").GetString()![..20]);
        Assert.Equal(Enumerable.Range(1, problems).Select(i => $"✓ ~~`content/{i}.md:5:"), told);

        static string Story(string name, string fields) => $"---\ntitle: Story\npublishedDateTime: 2026-11-01\nwebUrl: https://gazette.example/{name}\n{fields}\n---\n";
    }

    public void Dispose() => folder.Dispose();

    async Task RunUntilAsync(Func<Task<IReadOnlyList<string>>> postsAsync, Func<IReadOnlyList<string>, bool> isReached, Dictionary<string, string> settings)
    {
        await using var bot = BotProcess.Start(folder.Path, [], settings);
        while (!isReached(await postsAsync()))
            await Task.Yield();
        await bot.KillAsync();
    }

    static async Task MessagesAsync(IAsyncEnumerator<string> events, int count)
    {
        while (count > 0 && await events.MoveNextAsync())
        {
            if (events.Current == "message_create")
                count--;
        }
    }
}
