using System.Text.Json;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The main job, as a newcomer runs it.</summary>
public sealed partial class RunTests : IDisposable
{
    // A port of its own, so that tests and a bot that somebody runs beside them do not meet.
    static readonly Dictionary<string, string> AnyPort = new() { ["LOCALDISCORD__PORT"] = "0", ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00" };

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Without_a_token_it_posts_the_newest_articles_on_the_local_Discord_answers_there_and_repeats_nothing()
    {
        CopyContent();
        JsonElement lastPost;
        await using (var bot = BotProcess.Start(folder.Path, [], AnyPort))
        {
            using var discord = await DiscordOfAsync(bot);
            Assert.Contains("14 article files: 13 new to readers", await bot.UntilPrintedAsync("article files"));
            await bot.UntilPrintedAsync("Connected to Discord");
            await bot.UntilPrintedAsync("Registered");
            await bot.UntilPrintedAsync("Posted “Noon kick-offs");

            Assert.Equal(3, (await discord.PostsAsync("news")).Count);
            lastPost = (await discord.MessagesAsync("news"))[^1];
            Assert.Contains("<title>", await discord.PageAsync());
            var answer = await discord.CommandAsync("/latest count:1");
            Assert.Contains("Noon kick-offs", answer.GetProperty("message").GetProperty("embeds")[0].GetProperty("description").GetString());
            Assert.Equal(0, await bot.StopAsync());
        }

        await using (var again = BotProcess.Start(folder.Path, ["run"], AnyPort))
        {
            using var discord = await DiscordOfAsync(again);
            Assert.Contains("14 article files: 14 as before", await again.UntilPrintedAsync("article files"));
            await again.UntilPrintedAsync("Connected to Discord");

            var coverage = await discord.PressAsync(lastPost, "All coverage");
            Assert.True(coverage.TryGetProperty("message", out var shown), coverage.ToString());
            Assert.Contains("All coverage", shown.GetProperty("embeds")[0].GetProperty("author").GetProperty("name").GetString());

            // With its answer last: whatever would have been posted again is there by then.
            await discord.CommandAsync("/latest");
            Assert.Equal(3, (await discord.PostsAsync("news")).Count(title => title != "Latest news"));
            Assert.Equal(0, await again.StopAsync());
            Assert.DoesNotContain("Posted", again.Output);
            Assert.Equal("", again.Errors);
        }
    }

    [Fact]
    public async Task An_article_that_is_added_while_it_runs_is_posted()
    {
        CopyContent();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(AnyPort) { ["CONTENT__LOOKEVERY"] = "00:00:01" });
        await bot.UntilPrintedAsync("Posted “Noon kick-offs");

        folder.Write("content/new.md", "---\ntitle: A whale in the harbour\npublishedDateTime: 2026-11-24\nwebUrl: https://gazette.example/whale\n---\n");

        await bot.UntilPrintedAsync("Posted “A whale in the harbour”");
    }

    [Fact]
    public async Task Settings_that_can_not_work_are_all_told_at_once_without_a_stack_trace()
    {
        folder.Write("appsettings.json", """{ "Content": { "LookEvery": "often" }, "Channels": [ { "Channel": "#news" } ] }""");

        var (exitCode, _, errors) = await BotProcess.RunAsync(folder.Path, "run");

        Assert.Equal(1, exitCode);
        Assert.Equal(2, errors.Trim().Split('\n').Length);
        Assert.Contains("Content:LookEvery", errors);
        Assert.Contains("Channels:0:Channel", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_are_told_with_their_place()
    {
        folder.Write("appsettings.json", "{ \"Content\": ");

        var (exitCode, _, errors) = await BotProcess.RunAsync(folder.Path, "run");

        Assert.Equal(1, exitCode);
        Assert.Contains("appsettings.json", errors);
        Assert.Contains("LineNumber", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_accept_ends_it_with_a_sentence_that_does_not_tell_the_token()
    {
        CopyContent();
        await using var server = await Sandbox.SandboxServer.StartAsync(new(), TimeProvider.System, TestContext.Current.CancellationToken);
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string> { ["DISCORD__TOKEN"] = "not-the-token", ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri });

        var stopped = await bot.UntilPrintedAsync("stopped");

        Assert.Contains("Discord:Token", stopped);
        Assert.Equal(1, await bot.ExitCodeAsync());
        Assert.DoesNotContain("not-the-token", bot.Output + bot.Errors);
    }

    public void Dispose() => folder.Dispose();

    static async Task<LocalDiscord> DiscordOfAsync(BotProcess bot) =>
        new(new(Address().Match(await bot.UntilPrintedAsync("local Discord")).Value));

    void CopyContent()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "content"), "*.md"))
            folder.Write("content/" + Path.GetFileName(file), File.ReadAllText(file));
    }

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
