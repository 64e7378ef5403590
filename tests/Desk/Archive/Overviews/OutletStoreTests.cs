using Desk.Archive.Overviews;
using Desk.Archive.Questions;

namespace Desk.Tests.Archive.Overviews;

public sealed class OutletStoreTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stories_of_an_outlet_are_its_own_articles_the_newest_first()
    {
        Write("storm", "post", "2026-11-20T08:00Z");
        Write("storm-again", "own", "2026-11-20T09:00Z", link: "storm");
        Write("ferry", "own", "2026-11-21T09:00Z");
        Write("other", "post", "2026-11-22T09:00Z");
        await desk.ImportAsync();

        var found = await Store().StoriesAsync(Own, skip: 0, take: 10, Ct);

        Assert.Equal(["ferry", "storm-again"], found.Select(story => story.Own.Title));
        Assert.Equal(["storm-again"], (await Store().StoriesAsync(Own, skip: 1, take: 1, Ct)).Select(story => story.Own.Title));
        Assert.All(found, story => Assert.False(story.IsFirst));
    }

    [Fact]
    public async Task Numbers_say_how_often_it_was_first_among_others_and_its_usual_topics()
    {
        Write("storm", "own", "2026-11-20T08:00Z", topics: "Weather, Power");
        Write("storm-again", "post", "2026-11-20T09:00Z", link: "storm");
        Write("ferry", "post", "2026-11-21T08:00Z");
        Write("ferry-again", "own", "2026-11-21T09:00Z", link: "ferry", topics: "Power");
        Write("alone", "own", "2026-11-22T09:00Z");
        await desk.ImportAsync();

        var numbers = await Store().NumbersAsync(Own, Ct);

        Assert.Equal((1, 2), (numbers.First, numbers.Shared));
        Assert.Equal(["Power", "Weather"], numbers.Topics);
        Assert.True((await Store().StoriesAsync(Own, skip: 2, take: 1, Ct)).Single().IsFirst);
    }

    [Fact]
    public async Task Days_have_the_stories_of_their_articles_up_to_today()
    {
        var today = desk.Clock.GetUtcNow().UtcDateTime.Date;
        Write("storm", "post", $"{today.AddDays(-2):yyyy-MM-dd}T08:00Z");
        Write("storm-again", "own", $"{today.AddDays(-2):yyyy-MM-dd}T00:00Z", link: "storm");
        Write("storm-once-more", "own", $"{today.AddDays(-2):yyyy-MM-dd}T23:59Z", link: "storm");
        Write("ferry", "own", $"{today.AddDays(-2):yyyy-MM-dd}T09:00Z");
        Write("today", "own", $"{today:yyyy-MM-dd}T00:00Z");
        Write("too-early", "own", $"{today.AddDays(-3):yyyy-MM-dd}T23:59Z");
        Write("to-come", "own", $"{today.AddDays(1):yyyy-MM-dd}T00:00Z");
        await desk.ImportAsync();

        Assert.Equal([2, 0, 1], await Store().DaysAsync(Own, days: 3, Ct));
    }

    static Outlet Own => new("Own", "own.example", 3);

    OutletStore Store() => new(desk.Database, desk.Clock);

    /// <param name="link">The name of another article, which this one lists.</param>
    void Write(string name, string outlet, string at, string? link = null, string topics = "") => desk.WriteRaw($"{name}.md", $"""
        ---
        title: "{name}"
        publishedDateTime: {at}
        webUrl: https://{outlet}.example/{name}
        provider: {"{"}name: {outlet}, domain: {outlet}.example{"}"}
        topics: [{topics}]
        related:
        {(link is null ? "" : $"- title: \"{link}\"\n  webUrl: https://{(outlet == "own" ? "post" : "own")}.example/{link}")}
        ---
        """);

    public void Dispose() => desk.Dispose();
}
