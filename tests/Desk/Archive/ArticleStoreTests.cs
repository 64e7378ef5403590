using Desk.Archive.Questions;

namespace Desk.Tests.Archive;

public class ArticleStoreTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latest_articles_are_newest_first_with_any_offset()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Second", "2026-11-20T10:00:00+02:00");
        desk.Write("b.md", "First", "2026-11-20T09:00:00Z");
        desk.Write("c.md", "Third", "2026-11-19T23:00:00-08:00");
        await desk.ImportAsync();

        Assert.Equal(["First", "Second", "Third"], await desk.TitlesAsync());
    }

    [Fact]
    public async Task Page_says_whether_more_follow()
    {
        using var desk = new TestDesk();
        for (var i = 1; i <= 5; i++)
            desk.Write($"{i}.md", $"Title {i}", $"2026-11-0{i}");
        await desk.ImportAsync();

        var second = await desk.Articles.LatestAsync(skip: 2, take: 2, Ct);
        var third = await desk.Articles.LatestAsync(skip: 4, take: 2, Ct);

        Assert.Equal(["Title 3", "Title 2"], second.Headlines.Select(headline => headline.Title));
        Assert.True(second.HasMore);
        Assert.Equal(["Title 1"], third.Headlines.Select(headline => headline.Title));
        Assert.False(third.HasMore);
    }

    [Fact]
    public async Task Spellings_of_a_topic_are_one_topic()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: "topics: [Power grids]");
        desk.Write("b.md", "Ship", fields: "topics: [power Grids]");
        desk.Write("c.md", "Held", fields: "topics: [Power grids]\npublished: false");
        await desk.ImportAsync();

        var topic = await desk.Articles.TopicAsync("POWER-GRIDS", Ct);

        Assert.Equal("Power grids", topic!.Name);
        Assert.Equal(2, (await desk.Articles.InTopicAsync(topic, 0, 10, Ct)).Headlines.Count);
        Assert.Null(await desk.Articles.TopicAsync("Power plants", Ct));
    }

    [Fact]
    public async Task Provider_is_found_by_name_or_domain()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: "provider: {name: Tidal Post, domain: post.example}\ntopics: [Ferries]");
        desk.Write("b.md", "Ship", fields: "provider: {name: Gazette, domain: gazette.example}");
        await desk.ImportAsync();
        var ferries = await desk.Articles.TopicAsync("Ferries", Ct);

        Assert.Equal("Boat", Assert.Single((await desk.Articles.FromProviderAsync("tidal post", null, 0, 10, Ct)).Headlines).Title);
        Assert.Equal("Ship", Assert.Single((await desk.Articles.FromProviderAsync("Gazette.example", null, 0, 10, Ct)).Headlines).Title);
        Assert.Empty((await desk.Articles.FromProviderAsync("gazette.example", ferries, 0, 10, Ct)).Headlines);
    }

    [Theory]
    [InlineData("", "100% of ferries", "The_other", "Boat")]
    [InlineData("BOA", "Boat")]
    [InlineData("0%", "100% of ferries")]
    [InlineData("100 FERR", "100% of ferries")]
    [InlineData("e_o", "The_other")]
    [InlineData(@"\")]
    public async Task Titles_contain_the_typed_text_literally_and_newest_come_first(string typed, params string[] titles)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", "2026-11-01");
        desk.Write("b.md", "The_other", "2026-11-02");
        desk.Write("c.md", "100% of ferries", "2026-11-03");
        await desk.ImportAsync();

        Assert.Equal(titles, (await desk.Articles.TitlesLikeAsync(typed, 10, Ct)).Select(headline => headline.Title));
    }

    [Fact]
    public async Task Matching_topics_with_the_most_articles_come_first()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: "topics: [Ferries, Ports]");
        desk.Write("b.md", "Ship", fields: "topics: [Ports]");
        desk.Write("c.md", "Held", fields: "topics: [Piers]\npublished: false");
        await desk.ImportAsync();

        Assert.Equal(["Ports", "Ferries"], (await desk.Articles.TopicsLikeAsync("r", 10, Ct)).Select(topic => topic.Name));
    }

    [Fact]
    public async Task Lists_have_each_story_once()
    {
        using var desk = new TestDesk();
        foreach (var outlet in (string[])["gazette", "post", "wire"])
        {
            desk.WriteRaw($"{outlet}.md", $"""
                ---
                title: "Storm cuts power to 30,000 homes in Kelmouth"
                publishedDateTime: 2026-11-24T0{outlet.Length}:00Z
                webUrl: https://{outlet}.example/storm
                provider: {"{"}name: {outlet}, domain: {outlet}.example{"}"}
                topics: [Power]
                ---
                """);
        }

        desk.Write("boat.md", "Boat", fields: "topics: [Power]");
        await desk.ImportAsync();
        var topic = (await desk.Articles.TopicAsync("Power", Ct))!;

        var latest = await desk.Articles.LatestAsync(0, 10, Ct);
        var inTopic = await desk.Articles.InTopicAsync(topic, 0, 10, Ct);
        var found = await desk.Search.FindAsync("storm", QuestionFilters.None, Ct);

        Assert.Equal(["gazette.md", "boat.md"], latest.Headlines.Select(headline => headline.Path));
        Assert.Equal(["gazette.md", "boat.md"], inTopic.Headlines.Select(headline => headline.Path));
        Assert.Equal([latest.Headlines[0].Id], found.Articles);
    }
}
