using Bot.Cards;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Tests.Commands;

/// <summary>
/// What members follow by themselves: a story by the button of its card, topics by a command, and all of it on one panel.
/// </summary>
public class FollowingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Me => Newsroom.Moderator.ToString();

    [Fact]
    public async Task Button_of_a_card_follows_its_story_and_offers_its_topics()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        Assert.True(answer.IsPrivate);
        Assert.StartsWith(
            "You now follow this story. I'll message you when another outlet covers it.",
            answer.Content,
            StringComparison.Ordinal);
        Assert.Equal("Power grids", Assert.Single(answer.Menus()).Options.Single().Label);
        Assert.Equal(["Story 12 of *twelve*"], (await newsroom.Get<FollowStore>().StoriesAsync(Me, 10, Ct)).Select(story => story.Title));
    }

    [Fact]
    public async Task Following_a_story_twice_offers_to_stop()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var follow = FollowButton.Of(await LatestAsync(newsroom)).ToString();
        await newsroom.PressAsync(follow);

        var again = await newsroom.PressAsync(follow);
        var stopped = await newsroom.PressAsync(again, "Unfollow");

        Assert.StartsWith("You already follow this story.", again.Content, StringComparison.Ordinal);
        Assert.Equal("You no longer follow this story.", stopped.Content);
        Assert.Empty(await newsroom.Get<FollowStore>().StoriesAsync(Me, 10, Ct));
    }

    [Fact]
    public async Task Topics_chosen_below_a_story_are_added_to_the_others()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        var answer = await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        var followed = await newsroom.PressAsync(answer.Menus().Single().CustomId, "power-grids");

        Assert.Equal(
            "You now follow Power grids. I'll send you new stories as direct messages. You'll get the latest one now. "
                + "Use `/following` to change how often, or to stop.",
            followed.Content);
        Assert.Equal(["ferries", "power-grids"], await TopicsAsync(newsroom));
    }

    [Fact]
    public async Task Command_follows_a_topic_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/follow topic:Ferries");
        var second = await newsroom.RunAsync("/follow topic:Ferries");
        var unknown = await newsroom.RunAsync("/follow topic:Fery");

        Assert.StartsWith(
            "You now follow Ferries. I'll send you new stories as direct messages. You'll get the latest one now.",
            first.Content,
            StringComparison.Ordinal);
        Assert.StartsWith("You already follow Ferries.", second.Content, StringComparison.Ordinal);
        Assert.Equal("No topic “Fery”. Did you mean **Ferries**?", unknown.Said());
        Assert.StartsWith("You already follow Ferries.", (await newsroom.PressAsync(unknown, "Ferries")).Content, StringComparison.Ordinal);
        Assert.Equal(["ferries"], await TopicsAsync(newsroom));
    }

    [Fact]
    public async Task Too_many_topics_change_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<FollowStore>().FollowTopicsAsync(
            Me,
            [.. Enumerable.Range(1, FollowStore.MostTopics).Select(number => $"topic-{number}")],
            "en",
            Ct);

        var answer = await newsroom.RunAsync("/follow topic:Ferries");

        Assert.StartsWith("Nothing was changed: you can follow at most 25 topics", answer.Content, StringComparison.Ordinal);
        Assert.Equal(FollowStore.MostTopics, (await TopicsAsync(newsroom)).Count);
    }

    [Fact]
    public async Task Panel_shows_what_a_member_follows_and_how_to_change_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        await newsroom.PressAsync(FollowButton.Of(await LatestAsync(newsroom)).ToString());

        (await newsroom.RunAsync("/following")).Approve(
            "following",
            Here(),
            "following:=topics", "following:=stories", "following:=mode", "following:=times");
    }

    [Fact]
    public async Task Panel_without_anything_followed_explains_how_to_start()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var panel = await newsroom.RunAsync("/following");

        Assert.Equal(["following:=topics"], panel.Menus().Select(menu => menu.CustomId));
        Assert.Contains("Press Follow on a story", panel.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_shows_that_messages_were_refused()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        var delivery = await newsroom.Get<DeliveryStore>().ClaimAsync(Me, Ct);
        await newsroom.Get<DeliveryStore>().RetryAsync(
            delivery!,
            newsroom.Clock.GetUtcNow().AddMinutes(5),
            "Cannot send messages to this user.",
            Ct);
        await newsroom.Get<PauseStore>().RefusedAsync(delivery!, "Cannot send messages to this user.", Ct);

        var panel = await newsroom.RunAsync("/following");

        Assert.Contains("⚠ I couldn't message you", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.EndsWith("-# Cannot send messages to this user.", panel.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menus_of_the_panel_stop_following()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await LatestAsync(newsroom);
        await newsroom.RunAsync("/follow topic:Ferries");
        await newsroom.PressAsync(FollowButton.Of(story).ToString());

        await newsroom.PressAsync("following:=stories", $"{story}");
        var panel = await newsroom.PressAsync("following:=topics");

        Assert.True(panel.Replaces);
        Assert.Contains("**Topics** · none yet", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("**Stories** · none yet", panel.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Null(await newsroom.Get<SubscriptionStore>().OfChannelAsync(Me, Ct));
    }

    [Fact]
    public async Task Member_gets_topics_as_a_digest_at_a_chosen_time()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");

        var panel = await newsroom.PressAsync("following:=mode", "daily");
        var form = (await newsroom.PressAsync(panel, "Times …")).Form!;
        var wrong = await newsroom.SubmitAsync(form, ("digest-at", "soon"));
        var right = await newsroom.SubmitAsync(form, ("digest-at", "07:30"), ("time-zone", "Europe/Berlin"), ("quiet", "22:00-07:00"));

        Assert.StartsWith("Nothing was changed:", wrong.Content, StringComparison.Ordinal);
        Assert.Contains("delivery: daily digest · digest time: 07:30", right.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("quiet hours: 22:00-07:00", right.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_of_channels_does_not_show_what_members_follow()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");

        Assert.StartsWith("No channel gets news yet.", (await newsroom.RunAsync("/channel list")).Content, StringComparison.Ordinal);
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;

    static async Task<long> LatestAsync(Newsroom newsroom) =>
        (await newsroom.Get<StoryStore>().LatestAsync(skip: 0, take: 1, Ct))[0].PublicKey;

    static async Task<IReadOnlyList<string>> TopicsAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync(Me, Ct))!.Rules.Topics;
}
