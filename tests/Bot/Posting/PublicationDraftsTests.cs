using System.Globalization;
using System.Text.Json;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>From a hub's announcement channel to the channels that follow it, on the local Discord.</summary>
public class PublicationDraftsTests
{
    const string Hub = "announcements";

    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_stories_reach_two_followers_once_each_the_most_important_ten_within_the_hour()
    {
        await using var desk = await OpenAsync();
        await FollowAsync(desk, Seed.NewsChannelId, Seed.GeneralChannelId);
        TellTwelve(desk);
        await desk.BringAsync();

        var all = await desk.PostsAsync(Hub);
        var firstHour = await desk.PostsAsync("news");
        clock.Advance(TimeSpan.FromMinutes(59));
        await desk.SettleAsync();
        var stillFirstHour = await desk.PostsAsync("news");
        clock.Advance(TimeSpan.FromMinutes(2));
        await desk.SettleAsync();

        var published = await desk.PostsAsync("news");
        Assert.Equal(12, all.Count);
        Assert.Equal((from i in Enumerable.Range(2, 10) select $"Story {i}").Order(), firstHour.Order());
        Assert.Equal(firstHour, stillFirstHour);
        Assert.Equal(["Story 0", "Story 1"], published.Skip(10).Order());
        Assert.Equal(published, await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_restart_forgets_no_publication()
    {
        await using var desk = await OpenAsync();
        TellTwelve(desk);
        await desk.BringAsync();

        await desk.RestartAsync();
        desk.Tell("late", "Late", fields: "heat: 99");
        await desk.BringAsync();

        Assert.Equal(13, (await desk.PostsAsync(Hub)).Count);
        Assert.Equal(10, (await PublishedAsync(desk)).Count);
    }

    [Fact]
    public async Task A_story_that_grows_while_it_waits_takes_the_turn_of_one_that_was_more_important()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            desk.Tell($"s{i}", $"Story {i}");
            await desk.BringAsync();
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        desk.Tell("ferry", "Ferry late", fields: "heat: 90");
        desk.Tell("seal", "Seal on slipway", fields: "heat: 10");
        await desk.BringAsync();
        desk.Tell("post", "Animal stops boats", lists: "seal");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();
        var afterAnHour = await HistoryAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();

        Assert.Contains("Sent Seal on slipway: ", afterAnHour);
        Assert.Contains("Held Ferry late: Discord allows 10 publications an hour in a channel. This is the next one.", afterAnHour);
        Assert.Contains("Sent Ferry late: ", await HistoryAsync(desk));
    }

    [Fact]
    public async Task What_waits_says_how_many_go_first_and_what_is_no_longer_news_says_so()
    {
        await using var desk = await OpenAsync();
        TellTwelve(desk);
        await desk.BringAsync();
        var waiting = await HistoryAsync(desk);
        clock.Advance(TimeSpan.FromHours(7));
        await desk.SettleAsync();

        Assert.Contains("Held Story 1: Discord allows 10 publications an hour in a channel. This is the next one.", waiting);
        Assert.Contains("Held Story 0: Discord allows 10 publications an hour in a channel. 1 more important story goes first.", waiting);
        Assert.Contains(
            "Skipped Story 0: Discord allows 10 publications an hour in a channel, and more important stories went first. "
                + "After 6 hours, it is no longer news.",
            await HistoryAsync(desk));
    }

    [Fact]
    public async Task An_edit_reaches_the_followers_and_a_deleted_post_says_so_there()
    {
        await using var desk = await OpenAsync(new() { Withdrawn = WithdrawnStories.Delete });
        await FollowAsync(desk, Seed.GeneralChannelId);
        desk.Tell("gazette", "Strom cuts power");
        desk.Tell("post", "Seal on slipway");
        await desk.BringAsync();

        clock.Advance(TimeSpan.FromHours(1));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var edited = await desk.PostsAsync("general");
        desk.Tell("post", "Seal on slipway", fields: "published: false");
        await desk.BringAsync();

        Assert.Equal(["Seal on slipway", "Storm cuts power"], edited.Order());
        var messages = await desk.ApiAsync($"channels/{Seed.GeneralChannelId}/messages");
        Assert.Equal(["", "[Original Message Deleted]"],
            messages.EnumerateArray().Select(one => one.GetProperty("content").GetString()).Order());
    }

    [Fact]
    public async Task A_published_card_is_edited_three_times_an_hour_at_most_and_another_one_as_often_as_set()
    {
        await using var desk = await OpenAsync();
        desk.Tell("gazette", "Headline 0");
        await desk.BringAsync();
        for (var minute = 1; minute <= 60; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            desk.Tell("gazette", $"Headline {minute}");
            await desk.BringAsync();
        }

        Assert.Equal(3, await EditsAsync(desk));
        clock.Advance(TimeSpan.FromMinutes(20));
        await desk.SettleAsync();
        Assert.Equal(["Headline 60"], await desk.PostsAsync(Hub));
    }

    [Fact]
    public async Task When_others_publish_in_the_channel_too_the_card_waits_as_long_as_Discord_says()
    {
        await using var desk = await OpenAsync();
        await desk.CauseAsync("""{"api": "crosspost", "status": 429, "scope": "shared", "retry_after": 1800, "retry_after_header": 1}""");
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var waiting = await HistoryAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(31));
        await desk.SettleAsync();

        Assert.Contains(
            "Held Storm cuts power: Discord allows 10 publications an hour in a channel, and somebody else has published there, too.",
            waiting);
        Assert.Single(await PublishedAsync(desk));
    }

    [Fact]
    public async Task A_paused_channel_publishes_nothing_until_it_is_resumed()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 11; i++)
            desk.Tell($"s{i}", $"Story {i}");
        await desk.BringAsync();
        var pauses = desk.Get<PauseStore>();
        await pauses.PauseAsync(Seed.AnnouncementsChannelId, "", by: null, Ct);
        clock.Advance(TimeSpan.FromHours(2));
        await desk.SettleAsync();
        var paused = (await PublishedAsync(desk)).Count;

        await pauses.ResumeAsync(Seed.AnnouncementsChannelId, withMissed: true, by: null, Ct);
        await desk.SettleAsync();

        Assert.Equal((10, 11), (paused, (await PublishedAsync(desk)).Count));
    }

    [Fact]
    public async Task What_a_long_pause_made_old_is_not_published_and_the_limit_is_not_blamed()
    {
        await using var desk = await OpenAsync();
        var pauses = desk.Get<PauseStore>();
        TellTwelve(desk);
        await desk.BringAsync();
        await pauses.PauseAsync(Seed.AnnouncementsChannelId, "", by: null, Ct);
        clock.Advance(TimeSpan.FromHours(7));
        await desk.SettleAsync();

        await pauses.ResumeAsync(Seed.AnnouncementsChannelId, withMissed: true, by: null, Ct);
        await desk.SettleAsync();

        Assert.Contains("Skipped Story 0: It couldn't be published within 6 hours, and is no longer news.", await HistoryAsync(desk));
        Assert.Equal(10, (await PublishedAsync(desk)).Count);
    }

    Task<DeskOnLocalDiscord> OpenAsync(ChannelRules? rules = null) => Outlets.OpenAsync(
        clock,
        new()
        {
            Channel = Seed.AnnouncementsChannelId,
            Guild = Seed.GuildId,
            Destination = Destination.Announcement,
            Rules = (rules ?? new()) with { FloodLimit = 1000 },
        });

    /// <summary>Each is more popular than the one before it.</summary>
    static void TellTwelve(DeskOnLocalDiscord desk)
    {
        for (var i = 0; i < 12; i++)
            desk.Tell($"s{i}", $"Story {i}", fields: $"heat: {i}");
    }

    static async Task FollowAsync(DeskOnLocalDiscord desk, params IReadOnlyList<string> channels)
    {
        foreach (var channel in channels)
        {
            await desk.CauseAsync($$"""{"channel": "{{channel}}", "allow": ["MANAGE_WEBHOOKS"]}""");
            await desk.Get<DiscordRest>().FollowAnnouncementChannelAsync(Id(Seed.AnnouncementsChannelId), Id(channel), Ct);
        }
    }

    /// <summary>Each as <c>Held Story 1: why</c>.</summary>
    static async Task<IReadOnlyList<string>> HistoryAsync(DeskOnLocalDiscord desk) =>
    [
        .. from record in await desk.Get<DeliveryHistory>().HistoryAsync(Seed.AnnouncementsChannelId, 0, 1000, Ct)
           where record.Kind is DeliveryKind.Publication
           select $"{record.State} {record.Title}: {record.Reason}",
    ];

    static async Task<int> EditsAsync(DeskOnLocalDiscord desk) =>
        (await desk.CallsAsync()).Count(call => call.GetProperty("method").GetString() == "PATCH"
            && call.GetProperty("route").GetString() == "/channels/{channel}/messages/{message}");

    static async Task<IReadOnlyList<JsonElement>> PublishedAsync(DeskOnLocalDiscord desk) =>
        [.. (await desk.MessagesAsync(Hub)).Where(message => (message.GetProperty("flags").GetInt32() & 1) != 0)];

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);
}
