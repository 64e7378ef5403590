using Discord;
using News.Storage;

namespace Bot.Tests.Commands;

/// <summary>What moderators look up and do about a channel that gets news.</summary>
public class ModerationTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_tells_rules_counts_and_pauses()
    {
        await using var newsroom = await OpenAsync("least-outlets:2");
        await newsroom.RunAsync("/channel add channel:43 topics:Ferries");
        await newsroom.RunAsync("/channel pause channel:43");

        (await newsroom.RunAsync("/channel list")).Approve("channel-list", Here());
    }

    [Fact]
    public async Task A_paused_channel_is_resumed_with_what_came_meanwhile_or_without()
    {
        await using var newsroom = await OpenAsync();
        Assert.Equal("<#42> is paused. What comes waits; `/channel resume` goes on.", (await newsroom.RunAsync("/channel pause channel:42")).Content);
        Assert.StartsWith("<#42> was paused already.", (await newsroom.RunAsync("/channel pause channel:42")).Content);
        await newsroom.GetsAsync("13.md", "Ferry late");

        var resumed = await newsroom.RunAsync("/channel resume channel:42 missed:false");

        Assert.Equal("<#42> gets news again. The story that came meanwhile is left out; `/channel resend` posts it after all.", resumed.Content);
        Assert.Equal("<#42> was not paused.", (await newsroom.RunAsync("/channel resume channel:42")).Content);
    }

    [Fact]
    public async Task What_was_left_out_is_suggested_and_posted_after_all_once()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.RunAsync("/channel resume channel:42 missed:false");

        var suggestion = Assert.Single(await newsroom.SuggestAsync("/channel resend channel:42 story:ferry"));
        var sent = await newsroom.RunAsync($"/channel resend channel:42 story:{suggestion.Value}");

        Assert.Equal("left out · Ferry late", suggestion.Name);
        Assert.StartsWith("“Ferry late” is on its way to <#42>.", sent.Content);
        Assert.True((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!.IsOrdered);
        Assert.StartsWith("Nothing of that name failed", (await newsroom.RunAsync("/channel resend channel:42 story:ferry")).Content);
    }

    [Fact]
    public async Task Why_tells_each_rule_and_marks_the_one_that_stops_it()
    {
        await using var newsroom = await OpenAsync("least-outlets:3", "not-words:twelve");

        (await newsroom.RunAsync("/channel why article:Story 7 channel:42")).Approve("channel-why", Here());
    }

    [Fact]
    public async Task Why_tells_of_what_was_posted_where_it_is()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.PostedAsync("42", "555");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");

        Assert.Contains("It is **posted** <t:1795521600:R>: https://discord.com/channels/1/42/555", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task Why_tells_of_what_waits_that_the_channel_is_paused_and_nothing_else()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");

        var why = await newsroom.RunAsync("/channel why article:Ferry late");

        Assert.EndsWith("; what comes waits.\nIt is **on its way**.", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task The_history_tells_what_became_of_each_story_and_why()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        await newsroom.PostedAsync("42", "555");
        await newsroom.GetsAsync("14.md", "Power back");
        await newsroom.Get<DeliveryStore>().FailedAsync((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!, "The embed is *too long*.", Ct);
        await newsroom.GetsAsync("15.md", "Harbour dry");
        await newsroom.Get<DeliveryStore>().HoldAsync((await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct))!, newsroom.Clock.GetUtcNow().AddHours(1), "quiet hours until 13:00", Ct);

        (await newsroom.RunAsync("/channel history channel:42")).Approve("channel-history", Here());
    }

    [Fact]
    public async Task A_long_history_has_pages()
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
    public async Task Backfill_posts_what_the_rules_let_through_and_nothing_twice()
    {
        await using var newsroom = await OpenAsync("topics:ferries");

        Assert.Equal("6 stories are on their way to <#42>, as its rules say.", (await newsroom.RunAsync("/channel backfill channel:42 count:10")).Content);
        Assert.StartsWith("<#42> had its chance of the latest 10", (await newsroom.RunAsync("/channel backfill channel:42 count:10")).Content);
    }

    [Fact]
    public async Task Test_draws_the_newest_that_passes_and_posts_it_when_asked_once()
    {
        await using var newsroom = await OpenAsync("topics:ferries");

        var test = await newsroom.RunAsync("/channel test channel:42");
        var posted = await newsroom.PressAsync(test, "Post it now");
        var again = await newsroom.PressAsync(test, "Post it now");

        Assert.Equal("<#42> lets through **6 of the last 12 stories**; most others are stopped by topics. The newest of them:", test.Content);
        Assert.Equal("Story 11 of \\*twelve\\*", test.Embeds.Single().Title);
        Assert.StartsWith("“Story 11 of \\*twelve\\*” is on its way to <#42>.", posted.Content);
        Assert.Equal("It is on its way already.", again.Content);
        Assert.NotNull(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
        Assert.Null(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
    }

    [Fact]
    public async Task What_a_channel_has_is_not_posted_again()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.GetsAsync("13.md", "Ferry late");
        var test = await newsroom.RunAsync("/channel test channel:42");
        await newsroom.PostedAsync("42", "555");

        Assert.Equal("<#42> has it already, and gets nothing twice: https://discord.com/channels/1/42/555", (await newsroom.PressAsync(test, "Post it now")).Content);
    }

    [Fact]
    public async Task The_log_tells_who_changed_what()
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
    [InlineData("/channel resend channel:42 story:Story")]
    [InlineData("/channel backfill channel:42 count:3")]
    [InlineData("/channel add channel:42 topics:Ferries")]
    public async Task The_channel_of_another_guild_is_out_of_reach(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<SubscriptionStore>().SaveAsync(new() { Channel = "42", Guild = "2", Latest = 0 }, by: null, Ct);

        var reply = await newsroom.RunAsync(typed);

        Assert.Equal("<#42> gets no news. `/channel list` shows the channels that do.", reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Equal("2", (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Guild);
    }

    [Fact]
    public async Task The_button_of_a_notice_resumes_with_what_was_missed_for_those_who_may()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel pause channel:42");
        await newsroom.GetsAsync("13.md", "Ferry late");
        var press = Newsroom.Press("retry:42:1");

        var refused = await newsroom.PressAsync(press with { Member = new() { Permissions = Permissions.SendMessages } });
        var strange = await newsroom.PressAsync(press with { GuildId = new(2) });
        var privately = await newsroom.PressAsync(press with { GuildId = null, Member = null, UserId = new(8) });
        var resumed = await newsroom.PressAsync(press with { GuildId = null, Member = null });

        Assert.All([refused, strange, privately], reply => Assert.StartsWith("Only those who may choose", reply.Content));
        Assert.Equal("<#42> gets news again, says <@7>. The story that came meanwhile is on its way, as the rules allow.", resumed.Content);
        Assert.True(resumed.Replaces);
    }

    /// <summary>With channel 42, which gets what comes as these rules say.</summary>
    static async Task<Newsroom> OpenAsync(params IReadOnlyList<string> rules)
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", rules);
        return newsroom;
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
