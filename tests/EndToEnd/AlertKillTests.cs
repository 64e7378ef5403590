using LocalDiscord;
using Shared;

namespace EndToEnd.Tests;

/// <summary>Alerts about broken files after SIGKILL.</summary>
public sealed class AlertKillTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_problem_is_reported_once_and_struck_through_when_fixed_despite_kills()
    {
        const int problems = 3;
        folder.Write("content/good.md", KillTests.Story("Story", Yesterday.Day, "good"));
        await using var server = await LocalDiscordServer.StartAsync(new() { RateLimits = false }, TimeProvider.System, Ct);
        using var discord = new LocalDiscord(server.Address);
        var settings = new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        };
        await using (var first = BotProcess.Start(folder.Path, [], settings))
        {
            await first.UntilPrintedAsync("Registered");
            await discord.CommandAsync("/channel alerts channel:#general", "moderator");
        }

        for (var i = 1; i <= problems; i++)
        {
            folder.Write($"content/{i}.md", KillTests.Story("Story", Yesterday.Day, $"{i}", "quality: high"));
            await RunUntilAsync(discord, posts => posts.Count >= i, settings);
        }

        for (var i = 1; i <= problems; i++)
        {
            folder.Write($"content/{i}.md", KillTests.Story("Story", Yesterday.Day, $"{i}", "quality: 61"));
            await RunUntilAsync(discord, posts => posts.Count(post => post.StartsWith('✓')) >= i, settings);
        }

        var messages = await discord.MessagesAsync("general");
        var alerts = messages.Select(message => message.GetProperty("embeds")[0].GetProperty("description"));
        var expected = Enumerable.Range(1, problems).Select(i => $"✓ ~~`content/{i}.md:5:");
        Assert.Equal(expected, alerts.Select(text => text.GetString()![..20]));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Looks again at each event: the first one says that the others will be heard.</summary>
    async Task RunUntilAsync(LocalDiscord discord, Func<IReadOnlyList<string>, bool> isReached, Dictionary<string, string> settings)
    {
        await using var events = discord.EventsAsync().GetAsyncEnumerator(Ct);
        await using var bot = BotProcess.Start(folder.Path, [], settings);
        while (!isReached(await discord.PostsAsync("general")))
            Assert.True(await events.MoveNextAsync());
        await bot.KillAsync();
    }
}
