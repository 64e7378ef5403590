using System.Text.Json;
using Bot.Hosting;
using Desk.Channels;
using LocalDiscord.Guilds;
using Shared;

namespace Bot.Tests.Hosting;

/// <summary>The whole program on the local Discord, over real HTTP and a real socket, as people use it.</summary>
public class DeskHostTests
{
    static readonly ChannelOptions News = new() { Channel = Seed.NewsChannelId, Latest = 2 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_answered_and_its_buttons_lead_on()
    {
        await using var desk = await OpenAsync();

        var first = await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/latest count:2"}""");
        var message = first.GetProperty("message");
        var second = await desk.PressAsync(message, button: 1);

        Assert.Contains("Story 4", Description(first));
        Assert.Contains("Story 2", Description(second));
        Assert.Equal(message.GetProperty("id").GetString(), second.GetProperty("message").GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_button_of_a_post_opens_all_coverage_for_the_one_who_pressed_it()
    {
        await using var desk = await OpenAsync();
        await desk.UntilPostedAsync("news", 2);
        var post = (await desk.MessagesAsync("news"))[^1];

        var answer = await desk.PressAsync(post, button: 1);

        Assert.Contains("Elsewhere", Posted.Text(answer.GetProperty("message")));
        Assert.Equal(64, answer.GetProperty("message").GetProperty("flags").GetInt32() & 64);
    }

    [Fact]
    public async Task Suggestions_come_while_typing()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "member", "suggest": "/topic name:fe"}""");

        Assert.Equal("Ferries", answer.GetProperty("choices")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_moderator_adds_a_channel_and_the_latest_appear_there()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#general latest:3"}""");

        Assert.Contains("I'll post the latest 3 stories now.", answer.GetProperty("message").GetProperty("components").GetRawText());
        await desk.UntilPostedAsync("general", 3);
        Assert.Equal(["Story 2", "Story 3", "Story 4"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task The_channels_of_the_settings_are_listed_for_their_server()
    {
        await using var desk = await OpenAsync();
        while ((await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.NewsChannelId, Ct))?.Guild is null)
            await Task.Yield();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel list"}""");

        Assert.Contains($"<#{Seed.NewsChannelId}> · every topic · set in the bot's settings", Description(answer));
    }

    [Fact]
    public async Task A_member_may_not_choose_channels()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "member", "command": "/channel list"}""");

        Assert.True(answer.TryGetProperty("error", out _), answer.ToString());
    }

    [Fact]
    public async Task A_moderator_has_a_channel_told_what_is_broken()
    {
        await using var desk = await OpenAsync();
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel alerts channel:#general"}""");

        desk.Write("5.md", "Story 5", "quality: high");
        File.SetLastWriteTimeUtc(Path.Combine(desk.ContentFolder, "5.md"), DateTime.UtcNow - TimeSpan.FromMinutes(1));

        await desk.UntilPostedAsync("general", 1);
        Assert.Equal(["1 problem in the content folder"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task Alerts_are_not_sent_where_the_bot_may_not_write()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel alerts channel:#rules"}""");

        Assert.Contains("Give me Send Messages", answer.GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_channel_that_the_bot_may_not_write_to_is_added_with_what_is_missing()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#rules"}""");

        Assert.Contains("✗ **Send Messages**", Description(answer));
        Assert.Contains(Seed.RulesChannelId, Description(await desk.InteractAsync("""{"as": "moderator", "command": "/channel list"}""")));
    }

    static string Description(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return Posted.Text(message);
    }

    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(channels: [News]);
        for (var i = 1; i <= 4; i++)
            desk.Write($"{i}.md", $"Story {i}", $"topics: [Ferries]\nrelated:\n  - title: Elsewhere\n    webUrl: https://post.example/{i}");
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;
    }
}
