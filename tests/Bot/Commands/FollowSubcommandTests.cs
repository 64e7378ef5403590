using System.Text.Json;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using LocalDiscord.Guilds;
using Shared;

namespace Bot.Tests.Commands;

/// <summary><c>/channel follow</c>, as moderators use it on the local Discord.</summary>
public class FollowSubcommandTests
{
    const string Follow = $"/channel follow topic:{Seed.AnnouncementsChannelId} channel:#general";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Channel_follows_a_topic_of_the_hub_and_stops_again()
    {
        await using var desk = await OpenAsync();
        await AllowAsync(desk);

        var choices = (await desk.InteractAsync("""{"as": "moderator", "suggest": "/channel follow topic:harb"}""")).GetProperty("choices");
        var followed = await TypeAsync(desk, Follow);
        var list = await TypeAsync(desk, "/channel list");
        var again = await TypeAsync(desk, Follow);
        var stopped = await PressAsync(desk, again, "stop");

        Assert.Equal(("Harbour · #announcements", Seed.AnnouncementsChannelId),
            (choices[0].GetProperty("name").GetString(), choices[0].GetProperty("value").GetString()));
        Approved.Text(Texts(followed), "channel-follow.txt");
        Assert.Contains($"<#{Seed.GeneralChannelId}> · follows Harbour · #announcements", list.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("## Already following Harbour", Texts(again), StringComparison.Ordinal);
        Assert.Equal($"<#{Seed.GeneralChannelId}> no longer follows Harbour. Earlier stories stay.", Texts(stopped));
        Assert.Equal(0, await WebhooksAsync(desk));
    }

    [Fact]
    public async Task Channel_with_news_of_its_own_is_asked_about_first()
    {
        await using var desk = await OpenAsync();
        await AllowAsync(desk);
        await TypeAsync(desk, "/channel add channel:#general latest:0");

        var question = await TypeAsync(desk, Follow);
        var canceled = await PressAsync(desk, question, "cancel");
        var before = await WebhooksAsync(desk);
        var followed = await PressAsync(desk, await TypeAsync(desk, Follow), "anyway");

        Approved.Text(Texts(question), "channel-follow-question.txt");
        Assert.StartsWith("Nothing has changed", Texts(canceled), StringComparison.Ordinal);
        Assert.StartsWith("## Following Harbour", Texts(followed), StringComparison.Ordinal);
        Assert.Equal((0, 1), (before, await WebhooksAsync(desk)));
    }

    [Fact]
    public async Task Channel_that_follows_and_gets_news_of_its_own_is_told_so()
    {
        await using var desk = await OpenAsync();
        await AllowAsync(desk);
        await TypeAsync(desk, Follow);

        var added = await TypeAsync(desk, "/channel add channel:#general latest:0");

        Assert.Contains("✗ It also follows Harbour: a story that fits both comes twice. `/channel follow` ends it.", Texts(added));
    }

    [Fact]
    public async Task What_is_missing_is_said_with_what_to_do()
    {
        await using var desk = await OpenAsync();

        var refused = await TypeAsync(desk, Follow);
        var unknown = await TypeAsync(desk, "/channel follow topic:Space channel:#general");
        var elsewhere = await TypeAsync(desk, $"/channel follow topic:{Seed.AnnouncementsChannelId}", channel: "announcements");

        Assert.Equal(
            $"To let <#{Seed.GeneralChannelId}> follow another channel, I need **Manage Webhooks** there. "
                + $"Open **Edit Channel → Permissions** of <#{Seed.GeneralChannelId}>, give it to me, and use `/channel follow` again.",
            Content(refused));
        Assert.Equal("The news hub has nothing called “Space”. You can follow:\n- Harbour · #announcements", Content(unknown));
        Assert.Equal(
            "Choose a text channel. Forums, threads, and announcement channels can't follow another channel.", Content(elsewhere));
    }

    [Fact]
    public async Task Without_a_hub_the_command_is_not_offered()
    {
        await using var desk = await OpenAsync(hub: null);

        var answer = await desk.InteractAsync($$"""{"as": "moderator", "command": "{{Follow}}"}""");

        Assert.Contains("follow", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_reaches_no_channel_of_another_server()
    {
        await using var desk = await OpenAsync();
        await AllowAsync(desk);
        await TypeAsync(desk, Follow);

        var pressed = new Bot.Commands.Interactions.CustomIdInteraction
        {
            CustomId = new("hub", long.Parse(Seed.AnnouncementsChannelId), long.Parse(Seed.GeneralChannelId)) { Words = "stop" },
            GuildId = new(77),
            Member = new() { Permissions = Permissions.ManageGuild },
        };
        var reply = await desk.Get<Bot.Commands.InteractionRouter>().PressAsync(pressed, Ct);

        Assert.Equal("This button has expired. Use `/channel follow` again.", reply.Content);
        Assert.Equal(1, await WebhooksAsync(desk));
    }

    static async Task<DeskOnLocalDiscord> OpenAsync(string? hub = Seed.GuildId)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(hubServer: hub);
        desk.Write("a.md", "Boat", "topics: [Harbour]");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(
            new()
            {
                Channel = Seed.AnnouncementsChannelId,
                Guild = Seed.GuildId,
                Destination = Destination.Announcement,
                Latest = 0,
                Rules = new() { Topics = ["harbour"] },
            },
            by: null,
            Ct);
        return desk;
    }

    static Task AllowAsync(DeskOnLocalDiscord desk) => desk.CauseAsync("""{"role": "News Desk", "allow": ["MANAGE_WEBHOOKS"]}""");

    static Task<JsonElement> TypeAsync(DeskOnLocalDiscord desk, string command, string channel = "general") =>
        desk.InteractAsync(JsonSerializer.Serialize(
            new Dictionary<string, string> { ["as"] = "moderator", ["channel"] = channel, ["command"] = command }));

    static Task<JsonElement> PressAsync(DeskOnLocalDiscord desk, JsonElement answer, string action) => LaidOut.UseAsync(
        desk, answer, "press", LaidOut.CustomIds(answer).Single(id => id.EndsWith(action, StringComparison.Ordinal)));

    static async Task<int> WebhooksAsync(DeskOnLocalDiscord desk) =>
        (await desk.ApiAsync($"channels/{Seed.GeneralChannelId}/webhooks")).GetArrayLength();

    static string? Content(JsonElement answer) => answer.GetProperty("message").GetProperty("content").GetString();

    /// <summary>The texts and the buttons of a panel.</summary>
    static string Texts(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return string.Join("\n\n", Of(message.GetProperty("components")));

        static IEnumerable<string> Of(JsonElement components) => components.EnumerateArray().SelectMany(component =>
            component.TryGetProperty("components", out var inner) ? [.. Of(inner)]
            : component.TryGetProperty("content", out var text) ? (string[])[text.GetString()!]
            : component.TryGetProperty("label", out var label) ? [$"[{label.GetString()}]"]
            : []);
    }
}
