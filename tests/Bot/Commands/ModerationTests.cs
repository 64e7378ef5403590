using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>What moderators can look up and do about a channel.</summary>
public class ModerationTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_shows_rules_counts_and_pauses()
    {
        await using var newsroom = await OpenAsync("least-outlets:2");
        await newsroom.RunAsync("/channel add channel:43 topics:Ferries");
        await newsroom.RunAsync("/channel pause channel:43");

        (await newsroom.RunAsync("/channel list")).Approve("channel-list", Here());
    }

    [Fact]
    public async Task Paused_channel_resumes_with_or_without_missed_stories()
    {
        await using var newsroom = await OpenAsync();
        Assert.Equal(
            "<#42> is paused. New stories will wait until `/channel resume`.",
            (await newsroom.RunAsync("/channel pause channel:42")).Content);
        Assert.StartsWith("<#42> is already paused.", (await newsroom.RunAsync("/channel pause channel:42")).Content);
        await newsroom.GetsAsync("13.md", "Ferry late");

        var resumed = await newsroom.RunAsync("/channel resume channel:42 missed:false");

        Assert.Equal(
            "<#42> gets news again. The story that came during the pause was skipped. Use `/channel post` to post it.",
            resumed.Content);
        Assert.Equal("<#42> is not paused.", (await newsroom.RunAsync("/channel resume channel:42")).Content);
    }

    [Fact]
    public async Task Skipped_story_is_suggested_and_posted_once()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.RunAsync("/channel resume channel:42 missed:false");

        var suggestion = Assert.Single(await newsroom.SuggestAsync("/channel post channel:42 story:ferry"));
        var sent = await newsroom.RunAsync($"/channel post channel:42 story:{suggestion.Value}");

        Assert.Equal("skipped · Ferry late", suggestion.Name);
        Assert.StartsWith("I'll post “Ferry late” to <#42>.", sent.Content);
        Assert.True((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!.IsOrdered);
        Assert.StartsWith(
            "It is already queued.",
            (await newsroom.RunAsync("/channel post channel:42 story:ferry late")).Content);
        Assert.StartsWith("No headline matches", (await newsroom.RunAsync("/channel post channel:42 story:airport")).Content);
    }

    [Theory]
    [InlineData("least-outlets:3")]
    [InlineData("topics:sport")]
    [InlineData("not-words:late")]
    public async Task Story_that_rules_stopped_is_suggested_and_posted(string rule)
    {
        await using var newsroom = await OpenAsync(rule);
        await newsroom.GetsAsync("13.md", "Ferry late");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");
        var suggestion = Assert.Single(await newsroom.SuggestAsync("/channel post channel:42 story:ferry late"));
        var sent = await newsroom.RunAsync($"/channel post channel:42 story:{suggestion.Value}");

        Assert.EndsWith("Use `/channel post` to post it anyway.", why.Embeds.Single().Description);
        Assert.Equal("Ferry late", suggestion.Name);
        Assert.StartsWith("I'll post “Ferry late” to <#42>.", sent.Content);
        Assert.True((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!.IsOrdered);
    }

    [Fact]
    public async Task Story_without_a_channel_is_posted_where_the_moderator_chooses()
    {
        await using var newsroom = await OpenAsync("least-outlets:3");
        await newsroom.GetsAsync("13.md", "Ferry late");

        var suggestion = Assert.Single(await newsroom.SuggestAsync("/channel post story:ferry late"));
        var question = await newsroom.RunAsync($"/channel post story:{suggestion.Value}");
        var sent = await newsroom.PressAsync(question.Menus().Single().CustomId, "42");

        Assert.Equal("Post “Ferry late” to which channel?", question.Content);
        Assert.StartsWith("I'll post “Ferry late” to <#42>.", sent.Content);
        Assert.True((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!.IsOrdered);
    }

    [Fact]
    public async Task Story_is_posted_where_the_command_is_typed_if_that_channel_gets_news()
    {
        await using var newsroom = await OpenAsync("least-outlets:3");
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "2", Guild = "1", Latest = 0 }, by: null, Ct);

        var sent = await newsroom.RunAsync("/channel post story:ferry late");

        Assert.StartsWith("I'll post “Ferry late” to <#2>.", sent.Content);
        Assert.NotNull(await newsroom.Get<DeliveryStore>().ClaimAsync("2", Ct));
    }

    [Fact]
    public async Task Why_finds_a_withdrawn_story_and_recommends_nothing_that_would_be_refused()
    {
        await using var newsroom = await OpenAsync("least-outlets:3");
        await newsroom.GetsAsync("13.md", "Ferry late");
        newsroom.Write("13.md", "title: Ferry late\npublishedDateTime: 2026-11-24T11:00:00Z\n"
            + "webUrl: https://gazette.example/13.md\npublished: false");
        await newsroom.ImportAsync();

        var suggestion = Assert.Single(await newsroom.SuggestAsync("/channel why article:ferry late"));
        var why = await newsroom.RunAsync($"/channel why article:{suggestion.Value}");

        Assert.EndsWith("\n\nIt was withdrawn.", why.Embeds.Single().Description);
        Assert.DoesNotContain("/channel post", why.Embeds.Single().Description);
        Assert.Empty(await newsroom.SuggestAsync("/channel post channel:42 story:ferry late"));
    }

    [Fact]
    public async Task Why_never_shows_what_readers_could_not_see()
    {
        await using var newsroom = await OpenAsync();
        newsroom.Write("13.md", "title: Secret merger\npublishedDateTime: 2026-11-24\n"
            + "webUrl: https://gazette.example/13\npublished: false");
        await newsroom.ImportAsync();

        Assert.Empty(await newsroom.SuggestAsync("/channel why article:secret"));
        Assert.Empty((await newsroom.RunAsync("/channel why article:Secret merger")).Embeds);
    }

    [Fact]
    public async Task Why_and_history_say_when_a_posted_story_is_published_and_why_not_yet()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(
            new() { Channel = "42", Guild = "1", Latest = 0, Destination = Destination.Announcement }, by: null, Ct);
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.PostedAsync("42", "555");
        var publication = (await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!;
        const string limit = "Discord allows 10 publications an hour in a channel. 2 more important stories go first.";
        await newsroom.Get<DeliveryStore>().HoldAsync(publication, newsroom.Clock.GetUtcNow().AddMinutes(20), limit, Ct);

        (await newsroom.RunAsync("/channel why article:Ferry late")).Approve("channel-why-published-later", Here());
        (await newsroom.RunAsync("/channel history channel:42")).Approve("channel-history-published-later", Here());
    }

    [Fact]
    public async Task Why_of_an_old_story_recommends_what_works()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.RunAsync("/channel add channel:42 latest:0");

        var why = await newsroom.RunAsync("/channel why article:Story 3 of");
        var sent = await newsroom.RunAsync("/channel post channel:42 story:Story 3 of");

        Assert.EndsWith(
            "It was published before this channel was added.\nUse `/channel post` to post it anyway.", why.Embeds.Single().Description);
        Assert.StartsWith("I'll post “Story 3 of", sent.Content);
    }

    [Fact]
    public async Task Why_recommends_no_post_to_a_paused_channel()
    {
        await using var newsroom = await OpenAsync("least-outlets:3");
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.RunAsync("/channel pause channel:42");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");

        Assert.DoesNotContain("/channel post", why.Embeds.Single().Description);
        Assert.Contains("`/channel resume`", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task Test_of_a_channel_with_digests_shows_the_digest()
    {
        await using var newsroom = await OpenAsync("mode:daily");
        newsroom.Clock.Advance(TimeSpan.FromDays(2));

        var before = await newsroom.RunAsync("/channel test channel:42");
        await newsroom.GetsAsync("13.md", "Bridge closed");
        var test = await newsroom.RunAsync("/channel test channel:42");

        Assert.Contains("No story waits for the next digest, <t:", before.Text(), StringComparison.Ordinal);
        Assert.Contains("The next digest comes <t:", test.Text(), StringComparison.Ordinal);
        Assert.Contains("│ ## News digest · 2026-11-27\n│\n│ ### [Bridge closed]", test.Text(), StringComparison.Ordinal);
        Assert.Single(test.Menus());
    }

    [Theory]
    [InlineData("", "Story 12 of \\*twelve\\*")]
    [InlineData("mode:daily", "News digest · 2026-11-25")]
    public async Task Test_of_an_announcement_channel_shows_the_embed_that_it_would_get(string rule, string title)
    {
        await using var newsroom = await OpenAsync(rule.Length == 0 ? [] : [rule]);
        var known = await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct);
        await newsroom.Get<ChannelAdministration>().SaveAsync(known! with { Destination = Destination.Announcement }, by: "7", Ct);

        var test = await newsroom.RunAsync("/channel test channel:42");

        Assert.Equal(title, test.Embeds.Single().Title);
        Assert.StartsWith("<#42> · ", test.Content, StringComparison.Ordinal);
        Assert.All(test.Components, row => Assert.IsType<ActionRow>(row));
    }

    [Fact]
    public async Task Why_shows_each_rule_and_marks_the_one_that_stopped_the_story()
    {
        await using var newsroom = await OpenAsync("least-outlets:3", "not-words:twelve", "max-age:365 days");

        (await newsroom.RunAsync("/channel why article:Story 7 channel:42")).Approve("channel-why", Here());
    }

    [Fact]
    public async Task Why_links_to_the_post()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.PostedAsync("42", "555");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");

        Assert.Contains("Status: **posted** <t:1795521600:R> · https://discord.com/channels/1/42/555", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task Why_shows_that_the_channel_is_paused()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");

        Assert.EndsWith("New stories wait until `/channel resume`.\nStatus: **queued**", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task History_shows_the_state_of_each_story_and_the_reason()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.PostedAsync("42", "555");
        await newsroom.GetsAsync("14.md", "Power back");
        await newsroom.Get<DeliveryStore>().FailedAsync(
            (await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!,
            "The embed is *too long*.",
            Ct);
        await newsroom.GetsAsync("15.md", "Harbour dry");
        await newsroom.Get<DeliveryStore>().HoldAsync(
            (await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!,
            newsroom.Clock.GetUtcNow().AddHours(1),
            "quiet hours until 13:00",
            Ct);

        (await newsroom.RunAsync("/channel history channel:42")).Approve("channel-history", Here());
    }

    [Fact]
    public async Task Long_history_has_pages()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel backfill channel:42 count:12");

        var first = await newsroom.RunAsync("/channel history channel:42");
        var second = await newsroom.PressAsync(first, "More ▶");

        Assert.Equal("Page 2", second.Embeds.Single().Footer!.Text);
        Assert.True(second.Replaces);
        Assert.DoesNotContain(second.Buttons(), button => button is { Label: "More ▶", Disabled: false });
    }

    [Fact]
    public async Task Backfill_posts_what_the_rules_let_through_once()
    {
        await using var newsroom = await OpenAsync("topics:ferries");

        Assert.Equal(
            "I'll post 6 stories to <#42>, as its rules allow.",
            (await newsroom.RunAsync("/channel backfill channel:42 count:10")).Content);
        Assert.StartsWith(
            "<#42> got or skipped the latest 10 stories",
            (await newsroom.RunAsync("/channel backfill channel:42 count:10")).Content);
    }

    [Fact]
    public async Task Test_shows_the_newest_matching_story_and_posts_it_once()
    {
        await using var newsroom = await OpenAsync("topics:ferries");

        var test = await newsroom.RunAsync("/channel test channel:42");
        var posted = await newsroom.PressAsync(test, "Post now");
        var again = await newsroom.PressAsync(test, "Post now");

        Assert.Contains(
            "<#42> · **6 of the last 12 stories** pass these rules. Most others are stopped by topics. The newest:",
            test.Text(),
            StringComparison.Ordinal);
        Assert.Contains(@"│ ## [Story 11 of \*twelve\*", test.Text(), StringComparison.Ordinal);
        Assert.StartsWith("I'll post “Story 11 of \\*twelve\\*” to <#42>.", posted.Content);
        Assert.Equal("It is already queued.", again.Content);
        Assert.NotNull(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
        Assert.Null(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
    }

    [Fact]
    public async Task Story_in_a_channel_is_not_posted_again()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        var test = await newsroom.RunAsync("/channel test channel:42");
        await newsroom.PostedAsync("42", "555");

        Assert.Equal("<#42> already has it: https://discord.com/channels/1/42/555", (await newsroom.PressAsync(test, "Post now")).Content);
    }

    [Fact]
    public async Task Log_shows_who_changed_what()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");

        var log = await newsroom.RunAsync("/channel log");

        Assert.Equal("<t:1795521600:R> · <#42> · <@7> · paused\n<t:1795521600:R> · <#42> · <@7> · added", log.Embeds.Single().Description);
    }

    [Theory]
    [InlineData("/channel edit channel:42")]
    [InlineData("/channel pause channel:42")]
    [InlineData("/channel resume channel:42")]
    [InlineData("/channel remove channel:42")]
    [InlineData("/channel test channel:42")]
    [InlineData("/channel why article:Story 7 channel:42")]
    [InlineData("/channel history channel:42")]
    [InlineData("/channel stats channel:42")]
    [InlineData("/channel post channel:42 story:Story")]
    [InlineData("/channel backfill channel:42 count:3")]
    [InlineData("/channel add channel:42 topics:Ferries")]
    public async Task Channel_of_another_server_is_out_of_reach(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42", Guild = "2", Latest = 0 }, by: null, Ct);

        var reply = await newsroom.RunAsync(typed);

        Assert.Equal("<#42> gets no news. Use `/channel list` to see the channels that do.", reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Equal("2", (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Guild);
    }

    [Fact]
    public async Task Button_of_a_notice_resumes_with_missed_stories_for_permitted_members()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");
        var interaction = Newsroom.Interaction("retry:42:1");

        var refused = await newsroom.PressAsync(interaction with { Member = new() { Permissions = Permissions.SendMessages } });
        var strange = await newsroom.PressAsync(interaction with { GuildId = new(2) });
        var privately = await newsroom.PressAsync(interaction with { GuildId = null, Member = null, UserId = new(8) });
        var resumed = await newsroom.PressAsync(interaction with { GuildId = null, Member = null });

        Assert.All([refused, strange, privately], reply => Assert.StartsWith("You need the Manage Server permission", reply.Content));
        Assert.Equal("<@7> resumed <#42>. I'll post the story that came during the pause, as the rules allow.", resumed.Content);
        Assert.True(resumed.Replaces);
    }

    /// <summary>With channel 42, which has these rules.</summary>
    static async Task<Newsroom> OpenAsync(params IReadOnlyList<string> rules)
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", rules);
        return newsroom;
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
