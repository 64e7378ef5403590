using Desk.Outbox;

namespace Desk.Tests.Outbox;

/// <summary>What happened in channels by week.</summary>
public sealed class ChannelWeekTests : IDisposable
{
    const string Member = "7";

    readonly TestDesk desk = new();
    readonly ChannelWeekStore weeks;
    readonly FollowStore follows;

    public ChannelWeekTests() => (weeks, follows) = (new(desk.Database, desk.Clock), new(desk.Database, desk.Clock));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Week_begins_on_Monday_in_UTC()
    {
        await AddAsync("news");
        await PressAsync(new("news"), "2026-11-15T23:59:59Z");
        await PressAsync(new("news"), "2026-11-16T00:00:00Z");
        await PressAsync(new("news"), "2026-11-22T23:59:59Z");
        await PressAsync(new("news"), "2026-11-23T01:00:00+02:00");

        var found = await weeks.OfAsync(["news"], weeks: 3, Ct);

        Assert.Equal(
            [(new(2026, 11, 9), 1), (new(2026, 11, 16), 3), (new DateOnly(2026, 11, 23), 0)],
            found.Select(week => (week.Monday, week.Presses)));
    }

    [Fact]
    public async Task Post_counts_once_and_an_edit_once_however_often_they_were_tried()
    {
        await ImportAsync("a.md");
        await AddAsync("news", latest: 1);
        await desk.Deliveries.RetryAsync(await ClaimAsync("news"), desk.Clock.GetUtcNow(), "503", Ct);
        await desk.Deliveries.ReclaimAsync(Ct);
        await SendAsync(await ClaimAsync("news"));
        Assert.Equal((1, 0), await PostsAndEditsAsync("news"));

        await ImportAsync("a.md", "Boat late");
        var stopped = await ClaimAsync("news");
        await desk.Deliveries.RetryAsync(stopped, desk.Clock.GetUtcNow(), "503", Ct);
        await SendAsync(await ClaimAsync("news"));
        await SendAsync(stopped);

        Assert.Equal((1, 1), await PostsAndEditsAsync("news"));
    }

    [Fact]
    public async Task Post_counts_in_the_week_in_which_it_was_sent_also_before_this_was_counted()
    {
        await ImportAsync("a.md");
        await AddAsync("news", latest: 1);
        await SendAsync(await ClaimAsync("news"));
        desk.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal([1, 0], (await weeks.OfAsync(["news"], weeks: 2, Ct)).Select(week => week.Posts));
    }

    [Fact]
    public async Task What_members_get_privately_is_not_counted()
    {
        await ImportAsync("a.md");
        await follows.FollowTopicsAsync(Member, ["ferries"], "en", Ct, new(Member));
        await SendAsync(await ClaimAsync(Member));
        await ImportAsync("a.md", "Boat late");
        await SendAsync(await ClaimAsync(Member));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Follow_counts_once_in_the_channel_of_the_button_or_of_its_thread()
    {
        await AddAsync("news");
        await AddAsync("forum");
        await ImportAsync("a.md");
        var story = (await desk.Stories.LatestAsync(0, 1, Ct))[0].Id;

        await follows.FollowStoryAsync(Member, story, "en", Ct, new("news", "category"));
        await follows.FollowStoryAsync(Member, story, "en", Ct, new("news", "category"));
        await follows.FollowTopicsAsync(Member, ["ferries"], "en", Ct, new("post", "forum"));
        await follows.FollowTopicsAsync(Member, ["ferries", "grids"], "en", Ct, new("post", "forum"));
        await follows.FollowTopicsAsync(Member, ["grids"], "en", Ct, new("post", "forum"));

        Assert.Equal((1, 2), (await FollowsAsync("news"), await FollowsAsync("forum")));
    }

    [Fact]
    public async Task Thread_that_gets_news_itself_counts_for_itself()
    {
        await AddAsync("channel");
        await AddAsync("thread");

        await PressAsync(new("thread", "channel"), "2026-11-24T00:00Z");

        Assert.Equal((1, 0), (await PressesAsync("thread"), await PressesAsync("channel")));
    }

    [Fact]
    public async Task Nothing_is_counted_where_no_news_goes()
    {
        await PressAsync(new("elsewhere"), "2026-11-24T00:00Z");

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Sums_are_those_of_the_channels_that_are_asked_for()
    {
        foreach (var channel in (string[])["news", "sports", "other"])
        {
            await AddAsync(channel);
            await PressAsync(new(channel), "2026-11-24T00:00Z");
        }

        Assert.Equal(2, await PressesAsync("news", "sports"));
    }

    [Fact]
    public async Task Weeks_are_deleted_after_a_year()
    {
        await AddAsync("news");
        await PressAsync(new("news"), "2025-11-17T00:00Z");
        await PressAsync(new("news"), "2025-11-24T00:00Z");

        await weeks.DeleteOldAsync(Ct);

        Assert.Equal(1, await CountAsync());
    }

    public void Dispose() => desk.Dispose();

    Task<int> AddAsync(string channel, int latest = 0) =>
        desk.Channels.SaveAsync(new() { Channel = channel, Guild = "1", Latest = latest }, by: null, Ct);

    Task PressAsync(ChannelPlace place, string at) => weeks.AddAsync([new(place, DateTimeOffset.Parse(at), 1)], Ct);

    async Task ImportAsync(string path, string title = "Boat")
    {
        desk.Write(path, title, fields: "topics: [Ferries, Grids]");
        await desk.ImportAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
    }

    async Task<Delivery> ClaimAsync(string channel)
    {
        var claimed = await desk.Deliveries.ClaimAsync(channel, Ct);
        Assert.NotNull(claimed);
        return claimed;
    }

    Task SendAsync(Delivery delivery) =>
        desk.Deliveries.SentAsync(delivery, new("1", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);

    async Task<(int Posts, int Edits)> PostsAndEditsAsync(string channel)
    {
        var week = await WeekAsync(channel);
        return (week.Posts, week.Edits);
    }

    async Task<int> FollowsAsync(string channel) => (await WeekAsync(channel)).Follows;

    async Task<int> PressesAsync(params IReadOnlyList<string> channels) => (await weeks.OfAsync(channels, weeks: 1, Ct)).Single().Presses;

    async Task<ChannelWeek> WeekAsync(string channel) => (await weeks.OfAsync([channel], weeks: 1, Ct)).Single();

    /// <summary>How many sums the database has.</summary>
    Task<long> CountAsync() => desk.Database.ReadAsync(
        async session =>
        {
            await using var command = session.CreateCommand();
            command.CommandText = "select count(*) from channel_weeks";
            return (long)(await command.ExecuteScalarAsync(Ct))!;
        },
        Ct);
}
