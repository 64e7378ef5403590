using System.Text.RegularExpressions;
using LocalDiscord.Guilds;
using Shared;

namespace LocalDiscord.Tests;

/// <summary>What differs from Discord, as the README lists it. Differences without a better place have their tests here.</summary>
public sealed partial class DifferencesTests
{
    const string Heading = "## What differs from Discord on purpose";

    const string General = "channels/" + Seed.GeneralChannelId;

    [Fact]
    public async Task Every_difference_names_a_test_that_exists()
    {
        var tests = typeof(DifferencesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet();
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Checkout.Root, "src/LocalDiscord/README.md"), TestContext.Current.CancellationToken);
        var section = readme[readme.IndexOf(Heading, StringComparison.Ordinal)..][Heading.Length..].Split("\n## ")[0];
        var entries = section.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Contains(NamedTest().Match(entry).Groups["test"].Value, tests));
    }

    [Fact]
    public async Task Polls_and_stickers_are_rejected()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync("""{"content":"hi","poll":{"question":{"text":"?"}},"sticker_ids":["749054660769218631"]}""");

        Assert.Equal(["poll UNSUPPORTED", "sticker_ids UNSUPPORTED"], reply.Problems);
    }

    [Fact]
    public async Task Thread_and_follower_create_no_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_WEBHOOKS"]}""");

        await discord.ApiAsync("POST", $"{General}/threads", """{"name":"talk","type":11}""");
        await discord.ApiAsync(
            "POST", $"channels/{Seed.AnnouncementsChannelId}/followers", $$"""{"webhook_channel_id":"{{Seed.GeneralChannelId}}"}""");

        Assert.Empty((await discord.ApiAsync("GET", $"{General}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Starter_message_is_by_whoever_opened_the_thread()
    {
        await using var discord = await TestDiscord.StartAsync();
        var message = await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"hi"}""");

        var thread = await discord.ApiAsync("POST", $"{General}/messages/{message["id"]}/threads", """{"name":"talk"}""");
        var starter = (await discord.ApiAsync("GET", $"channels/{thread["id"]}/messages")).Json[0]!;

        Assert.Equal(("21", Seed.ApplicationId), (starter["type"]!.ToString(), starter["author"]!["id"]!.ToString()));
    }

    [Fact]
    public async Task Malformed_ids_are_reported_first()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");

        var reply = await discord.ApiAsync("POST", $"guilds/{Seed.GuildId}/channels", """{"parent_id":"community","type":2}""");

        Assert.Equal(["parent_id NUMBER_TYPE_COERCE"], reply.Problems);
    }

    [Fact]
    public async Task Rest_shows_the_content_of_all_messages()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"good morning"}""");

        var listed = (await discord.ApiAsync("GET", $"{General}/messages")).Json[0]!["content"]!.ToString();

        Assert.Equal(("", "good morning"), ((await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString(), listed));
    }

    [GeneratedRegex("`(?<test>[A-Za-z]+Tests\\.[A-Za-z0-9_]+)`$")]
    private static partial Regex NamedTest();
}
