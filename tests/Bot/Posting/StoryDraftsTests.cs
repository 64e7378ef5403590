using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>Stories and their living cards, from files to what stands in the channels of the local Discord.</summary>
public class StoryDraftsTests
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_that_several_outlets_tell_is_one_post()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        desk.Tell("ledger", "Grid operator speaks", lists: "gazette");
        await desk.BringAsync();

        Assert.Single(await desk.PostsAsync("news"));
        Assert.Contains("3 outlets", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_speaks_the_language_of_its_channel()
    {
        await using var desk = await OpenAsync(new() { Language = "de" });
        desk.Tell("gazette", "Storm cuts power");
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        Assert.Contains("**2 Medien**", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_grows_with_its_coverage_in_the_message_that_is_there()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var first = await CardAsync(desk);

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var card = await CardAsync(desk);
        Assert.Equal(first.GetProperty("id").GetString(), card.GetProperty("id").GetString());
        Assert.Contains("Lights out on the coast", await TextAsync(desk), StringComparison.Ordinal);
        Assert.Matches(@"-# Updated <t:\d+:t>: now 2 outlets", await TextAsync(desk));
    }

    [Fact]
    public async Task A_corrected_headline_is_named_and_another_lead_is_no_correction()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("gazette", "Storm cuts all power");
        await desk.BringAsync();
        var corrected = await TextAsync(desk);

        desk.Tell("post", "Lights out on the coast", fields: "quality: 99", lists: "gazette");
        clock.Advance(TimeSpan.FromHours(1));
        await desk.BringAsync();

        Assert.Matches(@"-# Corrected <t:\d+:t>: the headline was “Storm cuts power”", corrected);
        Assert.StartsWith("## [Lights out on the coast](", await TextAsync(desk), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_before_its_channel_published_keeps_its_components()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        await desk.Get<SubscriptionStore>().LocateAsync(
            Seed.GuildId, new Dictionary<string, Destination> { [Seed.NewsChannelId] = Destination.Announcement }, Ct);

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        Assert.Contains("2 outlets", await TextAsync(desk), StringComparison.Ordinal);
        Assert.Empty((await CardAsync(desk)).GetProperty("embeds").EnumerateArray());
    }

    [Fact]
    public async Task A_card_calls_a_provider_and_a_topic_as_their_own_files_do_from_then_on()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [weather]");
        desk.Tell("post", "Cup is won");
        await desk.BringAsync();

        desk.Define("providers/gazette.yaml", "name: The Harbour Gazette\ndomain: gazette.example");
        await desk.BringAsync();
        var named = Card(await desk.MessagesAsync("news"), "Storm cuts power");
        desk.Define("topics/weather.yaml", "name: WEATHER");
        clock.Advance(TimeSpan.FromHours(1));
        await desk.BringAsync();

        var cards = await desk.MessagesAsync("news");
        Assert.Contains("-# The Harbour Gazette · ", Posted.Text(named), StringComparison.Ordinal);
        Assert.Contains(" · WEATHER", Posted.Text(Card(cards, "Storm cuts power")), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Card(cards, "Cup is won").GetProperty("edited_timestamp").ValueKind);
    }

    [Fact]
    public async Task A_card_names_the_topic_that_a_new_keyword_gives_its_article()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        desk.Define("topics/weather.yaml", "name: Weather\nkeywords: [storm]");
        await desk.BringAsync();

        Assert.Contains(" · Weather", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_cannot_see_edits_nothing()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        desk.Tell("gazette", "Storm cuts power", fields: "heat: 900\nsecured: abc");
        await desk.BringAsync();

        Assert.Equal(JsonValueKind.Null, (await CardAsync(desk)).GetProperty("edited_timestamp").ValueKind);
    }

    [Fact]
    public async Task A_card_is_edited_at_most_once_in_some_minutes_and_then_says_all()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Second", lists: "gazette");
        await desk.BringAsync();
        desk.Tell("ledger", "Third", lists: "gazette");
        await desk.BringAsync();
        var soon = await TextAsync(desk);

        clock.Advance(TimeSpan.FromMinutes(3));
        await desk.SettleAsync();

        Assert.DoesNotContain("Third", soon, StringComparison.Ordinal);
        Assert.Contains("Third", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_some_days_a_card_stays_as_it_is()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        clock.Advance(TimeSpan.FromDays(4));
        desk.Tell("gazette", "Storm cuts power, again");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_story_that_was_imported_by_a_clock_a_year_behind_is_posted_once_the_clock_is_right()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power", fields: "publishedDateTime: 2037-11-24T11:00Z");
        await desk.ImportAsync();
        clock.Advance(TimeSpan.FromDays(365));

        await desk.SettleAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Theory]
    [InlineData(365)]
    [InlineData(3)]
    public async Task A_story_that_a_clock_ahead_held_for_a_digest_goes_into_the_next_one_once_the_clock_is_right(int days)
    {
        await using var desk = await OpenAsync(new() { Mode = PostingMode.Hourly, MaxAge = TimeSpan.FromDays(3650) });
        var right = clock.GetUtcNow();
        clock.AdjustTime(right.AddDays(days));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        clock.AdjustTime(right);
        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await desk.SettleAsync();

        clock.Advance(TimeSpan.FromHours(1));
        await desk.SettleAsync();

        Assert.Single(await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_card_of_any_age_shows_a_story_that_returns()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromDays(30));
        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromMinutes(3));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_story_that_returns_before_it_was_posted_is_posted()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.ImportAsync();
        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.BringAsync();
        Assert.Empty(await desk.PostsAsync("news"));

        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_story_that_is_withdrawn_is_struck_through_and_comes_back_as_it_was()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.BringAsync();
        var withdrawn = await desk.PostsAsync("news");
        clock.Advance(TimeSpan.FromMinutes(3));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal(["~~Storm cuts power~~"], withdrawn);
        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_story_that_is_withdrawn_is_deleted_where_the_channel_wants_that_and_posted_again_when_it_returns()
    {
        await using var desk = await OpenAsync(new() { Withdrawn = WithdrawnStories.Delete });
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.BringAsync();
        Assert.Empty(await desk.PostsAsync("news"));
        clock.Advance(TimeSpan.FromDays(4));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task An_outlet_that_takes_its_article_back_disappears_from_the_card()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power", fields: "quality: 90");
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        desk.Tell("post", "Lights out on the coast", lists: "gazette", fields: "published: false");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
        Assert.DoesNotContain("Lights out", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_stories_that_turn_out_to_be_one_leave_both_posts_and_only_one_goes_on()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Ferries stay in port");
        await desk.BringAsync();

        desk.Tell("ledger", "A night without light", lists: "gazette", alsoLists: "post");
        await desk.BringAsync();

        Assert.Equal(["Storm cuts power", "~~Ferries stay in port~~"], await desk.PostsAsync("news"));
        Assert.Contains("3 outlets", Posted.Text((await desk.MessagesAsync("news"))[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_posted_once_enough_outlets_tell_it()
    {
        await using var desk = await OpenAsync(new() { LeastOutlets = 2 });
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        Assert.Empty(await desk.PostsAsync("news"));

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        Assert.Single(await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task What_is_corrected_while_it_is_held_back_is_posted_corrected()
    {
        await using var desk = await OpenAsync(new() { HoldBack = TimeSpan.FromMinutes(10) });
        desk.Tell("gazette", "Strom cuts power");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var early = await desk.PostsAsync("news");

        clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();

        Assert.Empty(early);
        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task Quiet_hours_hold_and_lose_nothing()
    {
        await using var desk = await OpenAsync(new() { Quiet = new(new(11, 0), new(14, 0)) });
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        Assert.Empty(await desk.PostsAsync("news"));

        clock.Advance(TimeSpan.FromHours(2));
        await desk.SettleAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task What_is_more_than_an_hour_takes_waits_for_the_next()
    {
        await using var desk = await OpenAsync(new() { MostPerHour = 2 });
        foreach (var (index, name) in ((string[])["a", "b", "c", "d", "e"]).Index())
            desk.Tell(name, $"Story {name}", fields: $"publishedDateTime: 2036-11-24T0{index}:00Z");
        await desk.BringAsync();
        var counts = new List<int> { (await desk.PostsAsync("news")).Count };
        for (var hour = 0; hour < 2; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await desk.SettleAsync();
            counts.Add((await desk.PostsAsync("news")).Count);
        }

        Assert.Equal([2, 4, 5], counts);
    }

    [Fact]
    public async Task A_digest_is_one_message_at_its_hour_with_all_that_came_and_what_changes_rules_gives_free_is_posted()
    {
        await using var desk = await OpenAsync(new() { Mode = PostingMode.Daily, DigestAt = new(18, 0) });
        desk.Tell("gazette", "Storm cuts power", fields: "heat: 3");
        desk.Tell("post", "Ferries stay in port", fields: "heat: 900");
        await desk.BringAsync();
        Assert.Empty(await desk.PostsAsync("news"));

        clock.Advance(TimeSpan.FromHours(6));
        await desk.SettleAsync();
        var text = await TextAsync(desk);
        desk.Tell("ledger", "Grid operator speaks");
        await desk.BringAsync();
        Assert.Single(await desk.MessagesAsync("news"));
        await desk.Get<ChannelAdministration>().ChangeAsync(Seed.NewsChannelId, new(), by: null, Ct);
        await desk.SettleAsync();

        Assert.True(text.IndexOf("Ferries", StringComparison.Ordinal) < text.IndexOf("Storm", StringComparison.Ordinal));
        Assert.Equal("Grid operator speaks", (await desk.PostsAsync("news"))[1]);
        clock.Advance(TimeSpan.FromDays(2));
        await desk.SettleAsync();
        Assert.Equal(2, (await desk.MessagesAsync("news")).Count);
    }

    [Fact]
    public async Task A_digest_in_a_forum_has_its_date_as_its_name_and_its_stories_link_to_it()
    {
        await using var desk = await OpenAsync(
            new() { Mode = PostingMode.Daily, DigestAt = new(18, 0) }, Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(10));
        await desk.SettleAsync();

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);
        var story = (await desk.Get<DeliveryHistory>().HistoryAsync(Seed.ForumChannelId, 0, 10, Ct))
            .Single(record => record.Kind is DeliveryKind.Story);

        Assert.Equal($"News digest · {clock.GetUtcNow():yyyy-MM-dd}", thread.Name);
        Assert.Equal((true, thread.Id.ToString()), (story.IsInDigest, story.Place));
    }

    [Fact]
    public async Task A_role_is_pinged_only_for_a_story_worth_it_and_not_again_while_it_cools_down()
    {
        await using var desk = await OpenAsync(new() { Pings = [new() { Role = Seed.ModeratorRoleId, Heat = 500 }] });
        desk.Tell("a", "Small", fields: "heat: 5\npublishedDateTime: 2036-11-24T01:00Z");
        desk.Tell("b", "Large", fields: "heat: 900\npublishedDateTime: 2036-11-24T02:00Z");
        desk.Tell("c", "Larger", fields: "heat: 1900\npublishedDateTime: 2036-11-24T03:00Z");
        await desk.BringAsync();

        Assert.Equal([0, 1, 0], (await desk.MessagesAsync("news")).Select(message =>
            message.GetProperty("mention_roles").GetArrayLength()));
    }

    [Fact]
    public async Task Several_roles_are_pinged_in_one_line_that_says_why_and_each_cools_down_by_itself()
    {
        await using var desk = await OpenAsync(new()
        {
            Pings =
            [
                new() { Role = Seed.ModeratorRoleId, Topics = ["storms"] },
                new() { Role = Seed.BotRoleId, Heat = 500 },
                new() { Role = Seed.BotRoleId, Topics = ["storms"] },
            ],
        });
        desk.Tell("a", "Storm", fields: "heat: 5\ntopics: [Storms]\npublishedDateTime: 2036-11-24T01:00Z");
        desk.Tell("b", "Larger", fields: "heat: 900\npublishedDateTime: 2036-11-24T02:00Z");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(2));
        desk.Tell("c", "Sunny", fields: "heat: 900\npublishedDateTime: 2036-11-24T13:00Z");
        desk.Tell("d", "Gale", fields: "heat: 5\ntopics: [Storms]\npublishedDateTime: 2036-11-24T13:30Z");
        await desk.BringAsync();
        desk.Tell("a", "Storm is over", fields: "heat: 5\ntopics: [Storms]\npublishedDateTime: 2036-11-24T01:00Z");
        await desk.BringAsync();

        var lines = (await desk.MessagesAsync("news")).Select(PingOn).ToList();
        Assert.Equal(
            [
                $"<@&{Seed.ModeratorRoleId}> Storms · <@&{Seed.BotRoleId}> Storms: Storm is over",
                null,
                $"<@&{Seed.BotRoleId}> Sunny",
                $"<@&{Seed.ModeratorRoleId}> Storms: Gale",
            ],
            lines);
        var sent = await desk.Get<DeliveryHistory>().HistoryAsync(Seed.NewsChannelId, 0, 10, Ct);
        Assert.Equal(4, sent.Count);
    }

    static string? PingOn(JsonElement message)
    {
        var first = message.GetProperty("components")[0];
        return first.GetProperty("type").GetInt32() == 10 ? first.GetProperty("content").GetString() : null;
    }

    [Fact]
    public async Task What_comes_while_a_channel_is_paused_is_skipped_or_posted_as_the_moderator_says()
    {
        await using var desk = await OpenAsync(new());
        var pauses = desk.Get<PauseStore>();
        foreach (var (name, withMissed) in new[] { ("a", false), ("b", true) })
        {
            await pauses.PauseAsync(Seed.NewsChannelId, "Enough for now.", by: null, Ct);
            desk.Tell(name, $"Story {name}");
            await desk.BringAsync();
            Assert.Empty(await desk.PostsAsync("news"));
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(1, await pauses.ResumeAsync(Seed.NewsChannelId, withMissed, by: null, Ct));
            await desk.SettleAsync();
        }

        Assert.Equal(["Story b"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task What_was_corrected_or_withdrawn_while_a_channel_was_paused_is_so_once_it_is_resumed()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("a", "Strom", fields: "publishedDateTime: 2036-11-24T01:00Z");
        desk.Tell("b", "Ferries", fields: "publishedDateTime: 2036-11-24T02:00Z");
        await desk.BringAsync();
        await desk.Get<PauseStore>().PauseAsync(Seed.NewsChannelId, "", by: null, Ct);
        desk.Tell("a", "Storm", fields: "publishedDateTime: 2036-11-24T01:00Z");
        desk.Tell("b", "Ferries", fields: "publishedDateTime: 2036-11-24T02:00Z\npublished: false");
        await desk.BringAsync();
        var paused = await desk.PostsAsync("news");

        await desk.Get<PauseStore>().ResumeAsync(Seed.NewsChannelId, withMissed: true, by: null, Ct);
        await desk.SettleAsync();

        Assert.Equal(["Strom", "Ferries"], paused);
        Assert.Equal(["Storm", "~~Ferries~~"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task What_a_crash_left_unrecorded_is_recorded_published_and_brought_up_to_date()
    {
        await using var desk = await OpenAsync(new(), Seed.AnnouncementsChannelId, Destination.Announcement);
        desk.Tell("gazette", "Strom");
        await desk.ImportAsync();
        await CrashAsync(desk, Seed.AnnouncementsChannelId);

        desk.Tell("gazette", "Storm");
        await desk.BringAsync();

        Assert.Equal(["Storm"], await desk.PostsAsync("announcements"));
        Assert.Single(await PublishedAsync(desk));
        Assert.Equal(["sent 2"], (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
    }

    [Fact]
    public async Task An_edit_that_a_crash_left_unrecorded_is_taken_back_when_the_headline_is()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(1));
        desk.Tell("gazette", "Strom");
        await desk.ImportAsync();
        await CrashAsync(desk, Seed.NewsChannelId);
        var crashed = await desk.PostsAsync("news");

        desk.Tell("gazette", "Storm");
        await desk.BringAsync();

        Assert.Equal(["Strom"], crashed);
        Assert.Equal(["Storm"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_card_says_where_its_story_goes_on_once_the_other_card_is_there()
    {
        await using var desk = await OpenAsync(new());
        desk.Tell("gazette", "Storm cuts power");
        await desk.ImportAsync();
        var deliveries = desk.Get<DeliveryStore>();
        var delayed = (await deliveries.ClaimAsync(Seed.NewsChannelId, Ct))!;
        await deliveries.RetryAsync(delayed, clock.GetUtcNow().AddHours(1), "503", Ct);
        desk.Tell("post", "Ferries stay in port");
        await desk.BringAsync();
        desk.Tell("ledger", "A night without light", lists: "gazette", alsoLists: "post");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(1));

        await desk.SettleAsync();

        Assert.Equal(["~~Ferries stay in port~~", "Storm cuts power"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task A_digest_that_a_crash_left_unrecorded_has_brought_its_stories()
    {
        await using var desk = await OpenAsync(new() { Mode = PostingMode.Hourly });
        desk.Tell("gazette", "Storm");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await CrashAsync(desk, Seed.NewsChannelId);

        await desk.SettleAsync();

        Assert.Single(await desk.MessagesAsync("news"));
        Assert.Equal(["sent 2"], (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
    }

    [Fact]
    public async Task A_channel_that_refuses_again_and_again_is_paused_and_who_answers_for_it_is_told_once()
    {
        await using var desk = await OpenAsync(new(), Seed.RulesChannelId);
        await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct);
        for (var i = 0; i < 5; i++)
            desk.Tell($"{i}", $"Story {i}");
        await desk.BringAsync();

        var paused = (await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.RulesChannelId, Ct))!.Paused;
        Assert.True(paused is { IsByBot: true });
        Assert.Equal(["Channel paused"], await desk.PostsAsync("general"));
        clock.Advance(TimeSpan.FromHours(3));
        await desk.SettleAsync();
        Assert.Single(await desk.PostsAsync("general"));
        Assert.Equal(5, (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Where(count => count.State is "held" or "pending").Sum(count =>
            count.Count));
    }

    [Fact]
    public async Task A_forum_post_gets_the_tags_that_the_rules_name_for_its_topics()
    {
        await using var desk = await OpenAsync(
            new() { Tags = [new("energy", "local"), new("weather", "No such tag")] }, Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather, Energy]");
        await desk.BringAsync();

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);
        Assert.Equal([Id(Seed.DevelopingTagId), Id(Seed.LocalTagId)], thread.AppliedTags);
    }

    [Fact]
    public async Task A_story_is_a_post_of_its_own_in_a_forum_with_the_tags_that_fit()
    {
        await using var desk = await OpenAsync(new(), Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather, Energy]");
        await desk.BringAsync();

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);
        Assert.Equal(("Storm cuts power", Id(Seed.ForumChannelId)), (thread.Name, thread.ParentId));
        Assert.Equal([Id(Seed.DevelopingTagId), Id(Seed.WeatherTagId)], thread.AppliedTags);
        var first = await desk.Get<DiscordRest>().GetChannelMessageAsync(thread.Id, thread.Id, Ct);
        Assert.Contains("Lights out on the coast", first.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forum_post_follows_a_corrected_headline()
    {
        await using var desk = await OpenAsync(new(), Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm *cuts* power");
        await desk.BringAsync();

        desk.Tell("gazette", "Storm spares power");
        clock.Advance(TimeSpan.FromMinutes(5));
        await desk.BringAsync();

        Assert.Equal("Storm spares power", await NameAsync(desk));
    }

    [Fact]
    public async Task A_forum_post_that_a_moderator_renamed_keeps_its_name()
    {
        await using var desk = await OpenAsync(new(), Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);
        await desk.Get<DiscordRest>().ModifyThreadAsync(thread.Id, new() { Name = "All about the storm" }, Ct);

        desk.Tell("gazette", "Storm spares power");
        clock.Advance(TimeSpan.FromMinutes(5));
        await desk.BringAsync();

        Assert.Equal("All about the storm", await NameAsync(desk));
    }

    [Theory]
    [InlineData(1, Seed.DevelopingTagId)]
    [InlineData(11, Seed.DevelopingTagId)]
    [InlineData(12, Seed.SettledTagId)]
    [InlineData(24 * 30, Seed.SettledTagId)]
    public async Task A_forum_post_develops_only_as_long_as_its_news_is_new(int hoursAgo, string tag)
    {
        await using var desk = await OpenAsync(new() { MaxAge = TimeSpan.FromDays(365) }, Seed.ForumChannelId, Destination.Forum);
        desk.Tell("gazette", "Storm cuts power", fields: $"publishedDateTime: {clock.GetUtcNow().AddHours(-hoursAgo):O}");
        await desk.BringAsync();

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);

        Assert.Equal([Id(tag)], thread.AppliedTags);
    }

    static async Task<string?> NameAsync(DeskOnLocalDiscord desk) =>
        Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads).Name;

    [Fact]
    public async Task Cards_of_an_announcement_channel_are_published_ten_an_hour_and_most_outlets_first()
    {
        await using var desk = await OpenAsync(new(), Seed.AnnouncementsChannelId, Destination.Announcement);
        for (var i = 0; i < 12; i++)
            desk.Tell($"s{i}", $"Story {i}", fields: $"publishedDateTime: 2036-11-24T0{i % 10}:{i:00}Z\nheat: {i}");
        await desk.BringAsync();
        var first = await PublishedAsync(desk);
        clock.Advance(TimeSpan.FromHours(1));
        await desk.SettleAsync();

        Assert.Equal(10, first.Count);
        Assert.Equal(12, (await PublishedAsync(desk)).Count);
    }

    [Fact]
    public async Task What_stays_unpublished_is_told_once()
    {
        await using var desk = await OpenAsync(new(), Seed.AnnouncementsChannelId, Destination.Announcement);
        await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct);
        for (var i = 0; i < 12; i++)
            desk.Tell($"s{i}", $"Story {i}");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(7));
        await desk.SettleAsync();

        Assert.Equal(10, (await PublishedAsync(desk)).Count);
        Assert.Equal(["Some posts aren't published"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_member_gets_stories_privately()
    {
        await using var desk = await OpenAsync(new(), Seed.MemberId, Destination.Member);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        var conversation = await desk.Get<DiscordRest>().CreateDMAsync(Id(Seed.MemberId), Ct);
        var message = (await desk.Get<DiscordRest>().GetChannelMessagesAsync(conversation.Id, 10, before: null, Ct)).Single();
        Assert.StartsWith("## [Storm cuts power](", StoryMessage.TitleOn(message), StringComparison.Ordinal);
    }

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);

    Task<DeskOnLocalDiscord> OpenAsync(ChannelRules rules, string channel = Seed.NewsChannelId,
        Destination destination = Destination.Text) =>
        Outlets.OpenAsync(clock, new() { Channel = channel, Guild = Seed.GuildId, Destination = destination, Rules = rules });

    /// <summary>Sends what is due next, and dies before that is recorded.</summary>
    static async Task CrashAsync(DeskOnLocalDiscord desk, string channel) =>
        await desk.SendUnrecordedAsync((await desk.Get<DeliveryStore>().ClaimAsync(channel, Ct))!);

    static JsonElement Card(IEnumerable<JsonElement> messages, string title) =>
        Assert.Single(messages, message => Posted.Title(message) == title);

    static async Task<JsonElement> CardAsync(DeskOnLocalDiscord desk) => Assert.Single(await desk.MessagesAsync("news"));

    static async Task<string> TextAsync(DeskOnLocalDiscord desk) => Posted.Text(await CardAsync(desk));

    static async Task<IReadOnlyList<JsonElement>> PublishedAsync(DeskOnLocalDiscord desk) =>
        [.. (await desk.MessagesAsync("announcements")).Where(message => (message.GetProperty("flags").GetInt32() & 1) != 0)];
}
