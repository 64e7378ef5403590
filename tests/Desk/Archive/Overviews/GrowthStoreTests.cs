using Desk.Archive.Overviews;

namespace Desk.Tests.Archive.Overviews;

/// <summary>It is noon on November 24.</summary>
public sealed class GrowthStoreTests : IDisposable
{
    readonly TestDesk desk = new();
    readonly GrowthStore growth;

    public GrowthStoreTests() => growth = new(desk.Database, desk.Clock);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trending_stories_are_those_that_most_outlets_picked_up_in_the_time()
    {
        Write("old", "23T08", ("a", "22T08"), ("b", "22T09"), ("c", "24T09"));
        Write("fresh", "24T08", ("a", "24T09"), ("b", "24T10"));
        Write("even", "24T08", ("a", "24T09"), ("b", "24T11"));
        Write("alone", "24T08");
        await desk.ImportAsync();

        Assert.Equal(["even 3", "fresh 3", "old 1"], Shown(await growth.TrendingAsync(TimeSpan.FromDays(1), 10, Ct)));
        Assert.Equal(["old 4", "even 3"], Shown(await growth.TrendingAsync(TimeSpan.FromDays(7), 2, Ct)));
    }

    [Fact]
    public async Task Second_report_of_an_outlet_and_one_from_the_future_are_no_growth()
    {
        Write("old", "22T08", ("a", "22T09"), ("a", "24T09"), ("b", "25T09"));
        await desk.ImportAsync();

        Assert.Empty(await growth.TrendingAsync(TimeSpan.FromDays(1), 10, Ct));
    }

    [Fact]
    public async Task Trend_follows_the_archive_and_the_clock()
    {
        Write("one", "24T08", ("a", "24T09"));
        await desk.ImportAsync();
        Assert.Equal(["one 2"], Shown(await growth.TrendingAsync(TimeSpan.FromDays(1), 10, Ct)));

        Write("two", "24T08", ("a", "24T09"), ("b", "24T09"));
        await desk.ImportAsync();
        Assert.Equal(["two 3", "one 2"], Shown(await growth.TrendingAsync(TimeSpan.FromDays(1), 10, Ct)));

        desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await growth.TrendingAsync(TimeSpan.FromDays(1), 10, Ct));
    }

    [Fact]
    public async Task New_stories_and_grown_ones_are_told_apart()
    {
        Write("before", "22T08", ("a", "22T09"));
        Write("grown", "22T08", ("a", "24T09"));
        Write("fresh", "24T08", ("a", "24T09"));
        Write("alone", "24T08");
        await desk.ImportAsync();

        var found = await growth.SinceAsync(At("23T12"), isLastAsked: false, take: 10, Ct);
        var few = await growth.SinceAsync(At("23T12"), isLastAsked: false, take: 1, Ct);

        Assert.Equal(["fresh 2", "alone 1"], Shown(found.Fresh));
        Assert.Equal(["grown 1"], Shown(found.Grown));
        Assert.Equal((1, 0, 2), (few.Fresh.Count, few.Grown.Count, few.More));
    }

    [Fact]
    public async Task What_came_late_is_new_to_who_asked_before_it_came()
    {
        Write("seen", "23T20");
        await desk.ImportAsync();
        var asked = desk.Clock.GetUtcNow();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Write("late", "24T10");
        Write("too-late", "23T10");
        await desk.ImportAsync();

        Assert.Equal(["late 1"], Shown((await growth.SinceAsync(asked, isLastAsked: true, take: 10, Ct)).Fresh));
        Assert.Empty((await growth.SinceAsync(asked, isLastAsked: false, take: 10, Ct)).Fresh);
    }

    /// <summary>A story of the outlet "own" with related items of others; times are a day of November and an hour.</summary>
    void Write(string name, string at, params IReadOnlyList<(string Outlet, string At)> related) => desk.Write(
        $"{name}.md",
        name,
        $"{At(at):yyyy-MM-ddTHH:mmZ}",
        "provider: {name: Own, domain: own.example}\nrelated:\n" + string.Concat(related.Index().Select(item => $"""
            - title: "{name} {item.Item.Outlet} {item.Index}"
              webUrl: https://{item.Item.Outlet}.example/{name}-{item.Index}
              publishedDateTime: {At(item.Item.At):yyyy-MM-ddTHH:mmZ}
              provider:
                name: {item.Item.Outlet}
                domain: {item.Item.Outlet}.example

            """)));

    static DateTimeOffset At(string at) => DateTimeOffset.Parse($"2026-11-{at}:00:00Z");

    static IEnumerable<string> Shown(IEnumerable<GrownStory> stories) => stories.Select(one => $"{one.Story.Lead.Title} {one.Growth}");

    public void Dispose() => desk.Dispose();
}
