using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Commands.Channels;
using Bot.Commands.Interactions;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>What is told of a story beside its card: in its post of a forum, and to members who follow it.</summary>
public class CoverageUpdateTests
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forum_post_is_silently_told_of_outlets_that_take_up_its_story()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var reply = Assert.Single(await RepliesAsync(desk));
        Assert.Contains("1 more outlet · 2 in all", Text(reply), StringComparison.Ordinal);
        Assert.Contains("Lights out on the coast", Text(reply), StringComparison.Ordinal);
        Assert.True(reply.Flags.HasFlag(MessageFlags.SuppressNotifications));
    }

    [Fact]
    public async Task What_a_forum_post_was_told_is_in_its_history()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var history = await desk.Get<DeliveryHistory>().HistoryAsync(Seed.ForumChannelId, skip: 0, take: 10, Ct);

        var told = Assert.Single(history, record => record.Kind is DeliveryKind.Coverage);
        var (post, reply) = (await PostAsync(desk), Assert.Single(await RepliesAsync(desk)));
        Assert.Equal(
            $"**posted** {DiscordText.Relative(clock.GetUtcNow())} · [New coverage of Storm cuts "
                + $"power](https://discord.com/channels/{Seed.GuildId}/{post.Id}/{reply.Id})",
            DeliveryText.Line(told, Id(Seed.GuildId), limit: 500));
    }

    [Fact]
    public async Task An_outlet_is_told_once_whatever_else_it_writes()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(1));

        desk.Tell("post", "Lights out on all the coast", lists: "gazette");
        await desk.BringAsync();

        Assert.Single(await RepliesAsync(desk));
    }

    [Fact]
    public async Task Outlets_that_come_in_a_burst_are_told_together()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        foreach (var outlet in (string[])["post", "ledger", "herald"])
        {
            desk.Tell(outlet, $"As {outlet} tells it", lists: "gazette");
            await desk.BringAsync();
        }

        var soon = (await RepliesAsync(desk)).Count;
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();

        Assert.Equal(1, soon);
        Assert.Contains("2 more outlets · 4 in all", Text((await RepliesAsync(desk))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_a_crash_left_unrecorded_is_not_sent_again()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.ImportAsync();
        Delivery claimed;
        do
            claimed = (await desk.Get<DeliveryStore>().ClaimAsync(Seed.ForumChannelId, Ct))!;
        while (claimed.Kind is not DeliveryKind.Coverage);
        await desk.SendUnrecordedAsync(claimed);

        clock.Advance(TimeSpan.FromHours(1));
        await desk.SettleAsync();

        Assert.Single(await RepliesAsync(desk));
    }

    [Fact]
    public async Task A_forum_post_develops_until_half_a_day_brought_nothing_new()
    {
        await using var desk = await OpenAsync(Forum());
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather]");
        await desk.BringAsync();
        var atFirst = await TagsAsync(desk);

        clock.Advance(TimeSpan.FromHours(12));
        await desk.SettleAsync();
        var afterHalfADay = await TagsAsync(desk);
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        Assert.Equal(["Developing", "Weather"], atFirst);
        Assert.Equal(["Settled", "Weather"], afterHalfADay);
        Assert.Equal(["Developing", "Weather"], await TagsAsync(desk));
    }

    [Fact]
    public async Task Posts_that_a_moderator_deleted_are_left_alone_and_pause_nothing()
    {
        await using var desk = await OpenAsync(Forum());
        for (var i = 0; i < 3; i++)
            desk.Tell($"s{i}", $"Story {i}");
        await desk.ImportAsync();
        // To Discord, a post that was deleted is one that never was.
        while (await desk.Get<DeliveryStore>().ClaimAsync(Seed.ForumChannelId, Ct) is { } delivery)
            await desk.Get<DeliveryStore>().SentAsync(delivery, new("1", Place: "1", ContentHash: null, clock.GetUtcNow()), Ct);

        for (var i = 0; i < 3; i++)
            desk.Tell($"t{i}", $"More on story {i}", lists: $"s{i}");
        await desk.BringAsync();

        Assert.Null((await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.ForumChannelId, Ct))!.Paused);
        Assert.DoesNotContain(await desk.Get<DeliveryStore>().CountsAsync(Ct), count => count.State is "pending" or "failed");
    }

    [Fact]
    public async Task Who_follows_a_story_is_told_privately_of_outlets_that_take_it_up()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, await StoryAsync(desk), "en-GB", Ct);
        desk.Tell("gazette", "Storm cuts all power");
        await desk.BringAsync();

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var told = Assert.Single(await PrivatelyAsync(desk));
        Assert.Contains("Storm cuts all power", Text(told), StringComparison.Ordinal);
        Assert.Contains("Lights out on the coast", Text(told), StringComparison.Ordinal);
        Assert.False(told.Flags.HasFlag(MessageFlags.SuppressNotifications));
    }

    [Fact]
    public async Task Who_follows_it_no_more_is_told_nothing()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        var story = await StoryAsync(desk);
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, story, "en", Ct);
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.ImportAsync();

        await desk.Get<FollowStore>().UnfollowStoryAsync(Seed.MemberId, story, Ct);
        await desk.SettleAsync();

        Assert.Empty(await PrivatelyAsync(desk));
    }

    [Fact]
    public async Task Who_follows_a_story_follows_the_one_that_it_becomes_a_part_of()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Ferries stay in port");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, await StoryAsync(desk), "de", Ct);

        desk.Tell("ledger", "A night without light", lists: "gazette", alsoLists: "post");
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromMinutes(10));
        desk.Tell("herald", "The morning after", lists: "gazette", alsoLists: "post");
        await desk.BringAsync();

        Assert.Contains("1 weiteres Medium · insgesamt 4", Text((await PrivatelyAsync(desk))[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_follows_a_topic_gets_its_latest_story_at_once_and_each_new_one()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather]");
        desk.Tell("post", "Cup final tonight", fields: "topics: [Sport]");
        await desk.BringAsync();

        await desk.Get<FollowStore>().FollowTopicsAsync(Seed.MemberId, ["weather"], "en", Ct);
        await desk.SettleAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        desk.Tell("ledger", "Snow on the way", fields: "topics: [Weather]");
        desk.Tell("herald", "Cup is won", fields: "topics: [Sport]");
        await desk.BringAsync();

        Assert.Collection(
            (await PrivatelyAsync(desk)).Select(StoryMessage.TitleOn),
            title => Assert.StartsWith("## [Snow on the way](", title, StringComparison.Ordinal),
            title => Assert.StartsWith("## [Storm cuts power](", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_on_a_topic_says_why_it_came_and_unfollows_it()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather]");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowTopicsAsync(Seed.MemberId, ["weather"], "en", Ct);
        await desk.SettleAsync();
        var message = Assert.Single(await PrivatelyAsync(desk));

        var first = await UnfollowAsync(desk, message);
        var again = await UnfollowAsync(desk, message);

        Assert.StartsWith("-# You follow Weather\n", Text(message), StringComparison.Ordinal);
        Assert.Equal("You no longer follow Weather.", first.Content);
        Assert.Null(await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.MemberId, Ct));
        Assert.Equal("What you follow", again.Embeds.Single().Title);
    }

    [Fact]
    public async Task A_message_on_two_topics_offers_both()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power", fields: "topics: [Weather, Energy]");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowTopicsAsync(Seed.MemberId, ["weather", "energy"], "en", Ct);
        await desk.SettleAsync();
        var message = Assert.Single(await PrivatelyAsync(desk));

        var panel = await UnfollowAsync(desk, message);

        Assert.StartsWith("-# You follow Weather, Energy\n", Text(message), StringComparison.Ordinal);
        Assert.Equal(("What you follow", true), (panel.Embeds.Single().Title, panel.IsPrivate));
    }

    [Fact]
    public async Task News_of_a_followed_story_says_why_it_came_and_unfollows_it()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, await StoryAsync(desk), "en", Ct);
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();
        var message = Assert.Single(await PrivatelyAsync(desk));

        var answer = await UnfollowAsync(desk, message);

        Assert.StartsWith(
            "-# You follow this story: 1 more outlet · 2 in all\n### [Storm cuts power](", Text(message), StringComparison.Ordinal);
        Assert.Equal("You no longer follow this story.", answer.Content);
        Assert.Empty(await desk.Get<FollowStore>().StoriesAsync(Seed.MemberId, 10, Ct));
    }

    [Fact]
    public async Task News_of_a_followed_story_is_not_taken_for_the_storys_card()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, await StoryAsync(desk), "en", Ct);
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();

        var message = Assert.Single(await PrivatelyAsync(desk));

        var story = (await desk.Get<StoryStore>().StoryAsync(await StoryAsync(desk), Ct))!;
        Assert.Equal((false, null), (StoryMessage.IsOf(story, message), StoryMessage.KeyOn(message)));
    }

    [Fact]
    public async Task A_member_whose_messages_are_closed_is_paused_and_nobody_is_told()
    {
        await using var desk = await OpenAsync(new() { Channel = Seed.ReservedMemberId, Destination = Destination.Member,
            ChosenBy = Seed.ReservedMemberId });
        for (var i = 0; i < 3; i++)
            desk.Tell($"s{i}", $"Story {i}");
        await desk.BringAsync();
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            await desk.SettleAsync();
        }

        Assert.True((await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.ReservedMemberId, Ct))?.Paused?.IsByBot);
        Assert.Equal("held 3", string.Join(", ",
            (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}")));
    }

    [Fact]
    public async Task Who_follows_a_story_and_cannot_be_written_to_can_see_it_until_a_message_arrives()
    {
        await using var desk = await OpenAsync(subscription: null);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        await desk.Get<FollowStore>().FollowStoryAsync(Seed.ReservedMemberId, await StoryAsync(desk), "en", Ct);
        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        await desk.BringAsync();
        var closed = await desk.Get<FollowStore>().RefusalAsync(Seed.ReservedMemberId, Ct);

        await desk.AcceptPrivateMessagesAsync(Seed.ReservedMemberId, accepts: true);
        clock.Advance(TimeSpan.FromHours(1));
        await desk.SettleAsync();

        Assert.Contains("Cannot send messages to this user", closed?.Reason, StringComparison.Ordinal);
        Assert.Null(await desk.Get<FollowStore>().RefusalAsync(Seed.ReservedMemberId, Ct));
    }

    [Fact]
    public async Task A_card_whose_story_goes_on_as_part_of_another_says_where()
    {
        await using var desk = await OpenAsync(new() { Channel = Seed.NewsChannelId, Guild = Seed.GuildId });
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Ferries stay in port");
        await desk.BringAsync();

        desk.Tell("ledger", "A night without light", lists: "gazette", alsoLists: "post");
        await desk.BringAsync();

        var cards = await desk.MessagesAsync("news");
        var address = $"https://discord.com/channels/{Seed.GuildId}/{Seed.NewsChannelId}/{cards[0].GetProperty("id").GetString()}";
        Assert.Equal($"## ~~Ferries stay in port~~\nMerged into **[Storm cuts power]({address})**", Posted.Text(cards[1]));
    }

    static Subscription Forum() =>
        new() { Channel = Seed.ForumChannelId, Guild = Seed.GuildId, Destination = Destination.Forum, Rules = ChannelRules.Default };

    Task<DeskOnLocalDiscord> OpenAsync(Subscription? subscription) => Outlets.OpenAsync(clock, subscription);

    static async Task<long> StoryAsync(DeskOnLocalDiscord desk) => (await desk.Get<StoryStore>().LatestAsync(skip: 0, take: 1, Ct))[0].Id;

    /// <summary>What stands below the first message of the forum's only post, oldest first.</summary>
    static async Task<IReadOnlyList<Message>> RepliesAsync(DeskOnLocalDiscord desk)
    {
        var post = await PostAsync(desk);
        var messages = await desk.Get<DiscordRest>().GetChannelMessagesAsync(post.Id, 100, before: null, Ct);
        return [.. messages.Where(message => message.Id != post.Id).Reverse()];
    }

    static async Task<IReadOnlyList<string>> TagsAsync(DeskOnLocalDiscord desk)
    {
        var known = (await desk.Get<DiscordRest>().GetChannelAsync(Id(Seed.ForumChannelId), Ct)).AvailableTags;
        return [.. (await PostAsync(desk)).AppliedTags.Select(id => known.Single(tag => tag.Id == id).Name)];
    }

    static async Task<Channel> PostAsync(DeskOnLocalDiscord desk) =>
        Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads);

    /// <summary>What the member gets who presses the message's button, in direct messages.</summary>
    static Task<Reply> UnfollowAsync(DeskOnLocalDiscord desk, Message message)
    {
        var button = Component.All(message.Components).OfType<Button>().Single(button => button.Label == "Unfollow");
        return desk.Get<InteractionRouter>().PressAsync(
            new CustomIdInteraction { CustomId = CustomId.Parse(button.CustomId)!, UserId = Id(Seed.MemberId), Message = message },
            Ct);
    }

    /// <summary>What the member was written, the newest first.</summary>
    static async Task<IReadOnlyList<Message>> PrivatelyAsync(DeskOnLocalDiscord desk)
    {
        var conversation = await desk.Get<DiscordRest>().CreateDMAsync(Id(Seed.MemberId), Ct);
        return await desk.Get<DiscordRest>().GetChannelMessagesAsync(conversation.Id, 100, before: null, Ct);
    }

    static string Text(Message message) =>
        string.Join('\n', Component.All(message.Components).OfType<TextDisplay>().Select(text => text.Content));

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);
}
