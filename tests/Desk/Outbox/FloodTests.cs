using Desk.Outbox;

namespace Desk.Tests.Outbox;

public class FloodTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Surplus_of_a_flood_waits_and_is_reported_once()
    {
        using var desk = await DeskAsync(limit: 3);
        await WriteAsync(desk, 1, 5);
        await WriteAsync(desk, 6, 7);

        Assert.Equal(["Title 1", "Title 2", "Title 3"], await desk.DeliverAsync("news"));

        var flood = await FloodAsync(desk);
        Assert.Equal(4, flood.Stories);
        Assert.Null(flood.Outcome);
    }

    [Fact]
    public async Task After_ten_minutes_new_stories_are_posted_again_although_the_flood_still_waits()
    {
        using var desk = await DeskAsync(limit: 3);
        await WriteAsync(desk, 1, 5);
        await desk.DeliverAsync("news");
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        await WriteAsync(desk, 6, 6);

        Assert.Equal(["Title 6"], await desk.DeliverAsync("news"));
    }

    [Theory]
    [InlineData(FloodOutcome.Released, "Title 4, Title 5")]
    [InlineData(FloodOutcome.Dropped, "")]
    public async Task Moderator_releases_or_drops_the_surplus_once(FloodOutcome outcome, string posted)
    {
        using var desk = await DeskAsync(limit: 3);
        await WriteAsync(desk, 1, 5);
        await desk.DeliverAsync("news");
        var floods = new FloodStore(desk.Database, desk.Clock);
        var key = (await FloodAsync(desk)).Key;

        Assert.Null((await floods.EndAsync(key, outcome, "moderator", Ct))?.Outcome);
        Assert.Equal(outcome, (await floods.EndAsync(key, FloodOutcome.Dropped, "another", Ct))?.Outcome);

        Assert.Equal(posted, string.Join(", ", await desk.DeliverAsync("news")));
        var after = await floods.FloodAsync(key, Ct);
        Assert.Equal((2, outcome, "moderator"), (after!.Stories, after.Outcome!.Value, after.EndedBy));
    }

    /// <summary>A change of the rules has everything that is held decided on again, but not what a moderator must decide.</summary>
    [Fact]
    public async Task Change_of_the_rules_does_not_release_the_surplus()
    {
        using var desk = await DeskAsync(limit: 3);
        await WriteAsync(desk, 1, 5);
        await desk.DeliverAsync("news");
        await desk.Channels.ChangeAsync("news", new() { FloodLimit = 3, Silent = true }, by: null, Ct);

        Assert.True((await desk.Deliveries.ClaimAsync("news", Ct))!.IsInFlood);
    }

    [Fact]
    public async Task Zero_turns_the_limit_off()
    {
        using var desk = await DeskAsync(limit: 0);
        await WriteAsync(desk, 1, 30);

        Assert.Equal(30, (await desk.DeliverAsync("news")).Count);
    }

    [Fact]
    public async Task What_somebody_asked_for_is_no_flood()
    {
        using var desk = await DeskAsync(limit: 3);
        for (var i = 1; i <= 9; i++)
            desk.Write($"{i}.md", $"Title {i}", $"2026-11-0{i}");
        await desk.ImportAsync();
        var subscription = (await desk.Subscriptions.OfChannelAsync("news", Ct))!;
        await desk.Channels.BackfillAsync(subscription, 9, by: null, Ct);

        Assert.Equal(9, (await desk.DeliverAsync("news")).Count);
    }

    [Fact]
    public async Task Growing_coverage_of_posted_stories_is_no_flood()
    {
        using var desk = await DeskAsync(limit: 3);
        await WriteAsync(desk, 1, 3);
        await desk.DeliverAsync("news");
        for (var i = 1; i <= 3; i++)
            desk.Write($"{i}.md", $"Title {i}", "2026-11-24", $"excerpt: More of {i}");
        await desk.ImportAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        await WriteAsync(desk, 4, 6);

        Assert.Equal(["Title 4", "Title 5", "Title 6"], await desk.DeliverAsync("news"));
    }

    static async Task<TestDesk> DeskAsync(int limit)
    {
        var desk = new TestDesk();
        desk.Write("old.md", "Old", "2026-10-01");
        await desk.ImportAsync();
        await new AlertStore(desk.Database, desk.Clock).TellAsync("guild", "alerts", Ct);
        await desk.Channels.SaveAsync(
            new() { Channel = "news", Guild = "guild", Latest = 0, Rules = new() { FloodLimit = limit } }, by: null, Ct);
        return desk;
    }

    static async Task WriteAsync(TestDesk desk, int from, int to)
    {
        for (var i = from; i <= to; i++)
            desk.Write($"{i}.md", $"Title {i}", $"2026-11-24T08:{i:00}Z");
        await desk.ImportAsync();
    }

    static async Task<Flood> FloodAsync(TestDesk desk)
    {
        var told = (await desk.Deliveries.ClaimAsync("alerts", Ct))!;
        Assert.Null(await desk.Deliveries.ClaimAsync("alerts", Ct));
        var notice = (await new NoticeStore(desk.Database).NoticeAsync(told.SubjectId, Ct))!;
        Assert.Equal(NoticeKind.Flood, notice.Kind);
        return (await new FloodStore(desk.Database, desk.Clock).FloodAsync(notice.Reason, Ct))!;
    }
}
