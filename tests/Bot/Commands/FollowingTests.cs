using Bot.Cards;
using News.Storage;

namespace Bot.Tests.Commands;

/// <summary>What members follow by themselves: a story by the button of its card, topics by a command, and all of it on one panel.</summary>
public class FollowingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Me => Newsroom.Moderator.ToString();

    [Fact]
    public async Task The_button_of_a_card_follows_its_story_and_offers_its_topics()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        Assert.True(answer.IsPrivate);
        Assert.StartsWith("You follow this story: when another outlet takes it up, I write to you privately.", answer.Content, StringComparison.Ordinal);
        Assert.Equal("Power grids", Assert.Single(answer.Menus()).Options.Single().Label);
        Assert.Equal(["Story 12 of *twelve*"], (await newsroom.Get<FollowStore>().StoriesAsync(Me, 10, Ct)).Select(story => story.Title));
    }

    [Fact]
    public async Task A_story_that_is_followed_already_is_said_to_be_and_can_be_stopped_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var follow = FollowButton.Of(await LatestAsync(newsroom)).ToString();
        await newsroom.PressAsync(follow);

        var again = await newsroom.PressAsync(follow);
        var stopped = await newsroom.PressAsync(again, "Stop following");

        Assert.StartsWith("You follow this story already.", again.Content, StringComparison.Ordinal);
        Assert.Equal("You follow this story no more.", stopped.Content);
        Assert.Empty(await newsroom.Get<FollowStore>().StoriesAsync(Me, 10, Ct));
    }

    [Fact]
    public async Task Topics_chosen_under_a_story_come_privately_beside_those_that_came_before()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        var answer = await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        var followed = await newsroom.PressAsync(answer.Menus().Single().CustomId, "power-grids");

        Assert.Equal("You follow Power grids: stories on it come to you privately. The latest is on its way to you. `/following` sets how often, and ends it.", followed.Content);
        Assert.Equal(["ferries", "power-grids"], await TopicsAsync(newsroom));
    }

    [Fact]
    public async Task A_topic_is_followed_by_its_command_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/follow topic:Ferries");
        var second = await newsroom.RunAsync("/follow topic:Ferries");
        var unknown = await newsroom.RunAsync("/follow topic:Fery");

        Assert.StartsWith("You follow Ferries: stories on it come to you privately. The latest is on its way to you.", first.Content, StringComparison.Ordinal);
        Assert.StartsWith("You follow Ferries already.", second.Content, StringComparison.Ordinal);
        Assert.StartsWith("There is no topic “Fery”.", unknown.Content, StringComparison.Ordinal);
        Assert.Equal(["ferries"], await TopicsAsync(newsroom));
    }

    [Fact]
    public async Task More_topics_than_a_member_may_follow_change_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<FollowStore>().FollowTopicsAsync(Me, [.. Enumerable.Range(1, FollowStore.MostTopics).Select(number => $"topic-{number}")], "en", Ct);

        var answer = await newsroom.RunAsync("/follow topic:Ferries");

        Assert.StartsWith("Nothing is changed: that would be more than 25 topics", answer.Content, StringComparison.Ordinal);
        Assert.Equal(FollowStore.MostTopics, (await TopicsAsync(newsroom)).Count);
    }

    [Fact]
    public async Task The_panel_shows_all_that_is_followed_and_everything_to_change_it_with()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        (await newsroom.RunAsync("/following")).Approve("following", Here());
    }

    [Fact]
    public async Task Who_follows_nothing_sees_how_to_begin()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var panel = await newsroom.RunAsync("/following");

        Assert.Equal(["following:=topics"], panel.Menus().Select(menu => menu.CustomId));
        Assert.Contains("Press Follow under one", panel.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_told_so_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        var delivery = await newsroom.Get<DeliveryStore>().ClaimAsync(FollowStore.ChannelOf(Me), Ct);
        await newsroom.Get<DeliveryStore>().RetryAsync(delivery!, newsroom.Clock.GetUtcNow().AddMinutes(5), "Cannot send messages to this user.", Ct);
        await newsroom.Get<PauseStore>().RefusedAsync(delivery!, "Cannot send messages to this user.", Ct);

        var panel = await newsroom.RunAsync("/following");

        Assert.Contains("⚠ I could not write to you", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.EndsWith("-# Cannot send messages to this user.", panel.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_out_of_the_panels_menus_is_followed_no_more()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await LatestAsync(newsroom);
        await newsroom.RunAsync("/follow topic:Ferries");
        await newsroom.PressAsync(FollowButton.Of(story).ToString());

        await newsroom.PressAsync("following:=stories", $"{story}");
        var panel = await newsroom.PressAsync("following:=topics");

        Assert.True(panel.Replaces);
        Assert.Contains("**Topics** · none yet", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("**Stories** · none now", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Null(await newsroom.Get<SubscriptionStore>().OfChannelAsync(FollowStore.ChannelOf(Me), Ct));
    }

    [Fact]
    public async Task Topics_come_as_a_digest_at_the_members_own_hour()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");

        var panel = await newsroom.PressAsync("following:=mode", "daily");
        var form = (await newsroom.PressAsync(panel, "Times …")).Form!;
        var wrong = await newsroom.SubmitAsync(form, ("digest-at", "soon"));
        var right = await newsroom.SubmitAsync(form, ("digest-at", "07:30"), ("time-zone", "Europe/Berlin"), ("quiet", "22:00-07:00"));

        Assert.StartsWith("Nothing is changed:", wrong.Content, StringComparison.Ordinal);
        Assert.Contains("mode: daily · digest at: 07:30", right.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("quiet: 22:00-07:00", right.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_members_follow_is_no_channel_of_the_guild()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");

        Assert.StartsWith("No channel gets news yet.", (await newsroom.RunAsync("/channel list")).Content, StringComparison.Ordinal);
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;

    static async Task<long> LatestAsync(Newsroom newsroom) => (await newsroom.Get<StoryStore>().LatestAsync(skip: 0, take: 1, Ct))[0].Id;

    static async Task<IReadOnlyList<string>> TopicsAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync(FollowStore.ChannelOf(Me), Ct))!.Rules.Topics;
}
