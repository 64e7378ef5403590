using Desk.Archive;

namespace Desk.Tests.Archive;

public sealed class TitleSearchTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Storm", "Storm")]
    [InlineData("storm cuts", "Storm cuts power to the harbour")]
    [InlineData("power", "Power returns", "Storm cuts power to the harbour")]
    [InlineData("harb", "Storm cuts power to the harbour")]
    [InlineData("power storm", "Storm cuts power to the harbour")]
    [InlineData("\"storm\" (power* -", "Storm cuts power to the harbour")]
    [InlineData("zeppelin")]
    [InlineData("  ")]
    [InlineData("\" * ( :")]
    public async Task Typed_words_find_the_stories_whose_headlines_have_them(string typed, params string[] titles)
    {
        desk.Write("a.md", "Storm cuts power to the harbour", "2026-11-01");
        desk.Write("b.md", "Power returns", "2026-11-02");
        desk.Write("c.md", "Storm", "2026-11-03");
        desk.Write("d.md", "Zeppelin over the pier", "2026-11-04", "published: false");
        await desk.ImportAsync();

        Assert.Equal(titles, (await new TitleSearch(desk.Database).StoriesAsync(typed, 10, Ct)).Select(story => story.Title));
    }

    [Fact]
    public async Task Story_of_several_outlets_is_found_once()
    {
        foreach (var outlet in (string[])["gazette", "post"])
        {
            desk.WriteRaw($"{outlet}.md", $"""
                ---
                title: "Storm cuts power to 30,000 homes in Kelmouth"
                publishedDateTime: 2026-11-24T0{outlet.Length}:00Z
                webUrl: https://{outlet}.example/storm
                provider: {"{"}name: {outlet}, domain: {outlet}.example{"}"}
                ---
                """);
        }

        await desk.ImportAsync();

        var found = Assert.Single(await new TitleSearch(desk.Database).StoriesAsync("Kelmouth", 10, Ct));
        Assert.Equal("gazette", found.Outlet);
    }

    public void Dispose() => desk.Dispose();
}
