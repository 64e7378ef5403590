namespace Desk.Tests.Importing;

public class TopicFilesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topic_includes_the_articles_of_its_subtopics()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/ferries.yaml", "name: Ferries\nparent: Harbour\n");
        desk.WriteRaw("topics/night-boats.yaml", "name: Night boats\nparent: Ferries\n");
        desk.Write("a.md", "Harbour", "2026-11-01", "topics: [Harbour]");
        desk.Write("b.md", "Ferry", "2026-11-02", "topics: [Ferries]");
        desk.Write("c.md", "Night", "2026-11-03", "topics: [Night boats, Harbour]");
        await desk.ImportAsync();

        Assert.Equal(["Night", "Ferry", "Harbour"], await InTopicAsync(desk, "Harbour"));
        Assert.Equal(["Night", "Ferry"], await InTopicAsync(desk, "Ferries"));
        Assert.Equal(["Night boats", "Harbour"], (await desk.AtPathAsync("c.md"))!.Topics);
        Assert.Equal(["Ferries"], (await desk.Articles.LatestAsync(1, 1, Ct)).Headlines.Single().Topics);
    }

    [Fact]
    public async Task Channel_with_a_topic_gets_its_subtopics()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/ferries.yaml", "name: Ferries\nparent: Harbour\n");
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "harbour", Latest = 0, Rules = new() { Topics = ["harbour"] } }, by: null, Ct);
        desk.Write("a.md", "Ferry", fields: "topics: [Ferries]");
        await desk.ImportAsync();

        Assert.Equal(["Ferry"], await desk.DeliverAsync("harbour"));
    }

    [Fact]
    public async Task Topics_that_differ_in_symbols_are_different_topics()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/1.yaml", "name: C#\n");
        desk.WriteRaw("topics/2.yaml", "name: C++\n");
        desk.Write("a.md", "Sharp", fields: "topics: [C#]");
        desk.Write("b.md", "Plus", fields: "topics: [C++]");
        desk.Write("c.md", "Ball", fields: "topics: [⚽]");
        desk.Write("d.md", "Basket", fields: "topics: [🏀]");
        await desk.ImportAsync();

        Assert.Equal(["Sharp"], await InTopicAsync(desk, "C#"));
        Assert.Equal(["Plus"], await InTopicAsync(desk, "c++"));
        Assert.Equal(["Ball"], await InTopicAsync(desk, "⚽"));
        Assert.Equal(["Basket"], await InTopicAsync(desk, "🏀"));
    }

    [Fact]
    public async Task Second_file_of_a_topic_or_an_outlet_is_a_warning()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/1.yaml", "name: Ferries\n");
        desk.WriteRaw("topics/2.yaml", "name: ferries\n");
        desk.WriteRaw("providers/a.yaml", "name: A\ndomain: a.example\n");
        desk.WriteRaw("providers/b.yaml", "name: B\ndomain: www.a.example\n");

        var problems = (await desk.ImportAsync()).Problems.Select(problem => problem.ToString());

        const string remedy = "so this file is ignored. Rename one, or delete it.";
        Assert.Equal(
            [
                $"providers/b.yaml:1:1: warning: providers/a.yaml describes the same outlet, {remedy}",
                $"topics/2.yaml:1:1: warning: topics/1.yaml describes the same topic, {remedy}",
            ],
            problems);
    }

    [Fact]
    public async Task Keyword_is_not_a_longer_name()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/1.yaml", "name: C\nkeywords: [C]\n");
        desk.WriteRaw("topics/2.yaml", "name: C++\nkeywords: [C++]\n");
        desk.Write("a.md", "Plain C, and #C");
        desk.Write("b.md", "Old C++ compilers");
        await desk.ImportAsync();

        Assert.Equal(["C"], (await desk.AtPathAsync("a.md"))!.Topics);
        Assert.Equal(["C++"], (await desk.AtPathAsync("b.md"))!.Topics);
    }

    [Fact]
    public async Task Changed_or_deleted_topic_file_affects_existing_articles()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Ferry", fields: "topics: [ferries]");
        desk.WriteRaw("topics/ferries.yaml", "name: Ferries\nparent: Harbour\n");
        await desk.ImportAsync();
        Assert.Equal(["Ferry"], await InTopicAsync(desk, "Harbour"));

        desk.WriteRaw("topics/ferries.yaml", "name: Ferries and boats\n");
        Assert.True((await desk.ImportAsync()).ChangedAnything);
        Assert.Empty(await InTopicAsync(desk, "Harbour"));

        desk.WriteRaw("topics/ferries.yaml", "name: FERRIES\nparent: Harbour\n");
        await desk.ImportAsync();
        Assert.Equal("FERRIES", (await desk.Articles.TopicAsync("ferries", Ct))!.Name);

        desk.Delete("topics/ferries.yaml");
        await desk.ImportAsync();
        Assert.Empty(await InTopicAsync(desk, "Harbour"));
        Assert.False((await desk.ImportAsync()).ChangedAnything);
    }

    [Fact]
    public async Task Cycle_of_topics_does_no_harm()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/a.yaml", "name: A\nparent: B\n");
        desk.WriteRaw("topics/b.yaml", "name: B\nparent: A\n");
        desk.Write("a.md", "Boat", fields: "topics: [A]");
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await InTopicAsync(desk, "A"));
        Assert.Equal(["Boat"], await InTopicAsync(desk, "B"));
    }

    [Fact]
    public async Task Mistake_in_a_topic_file_is_reported_with_its_place()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/ferries.yaml", "nam: Ferries\n");
        desk.WriteRaw("topics/README.md", "How topics work.");
        desk.WriteRaw("other/settings.yaml", "not: ours\n");

        var report = await desk.ImportAsync();

        Assert.Equal("topics/ferries.yaml:1:1: name is missing. Is \"nam\" a typo?", Assert.Single(report.Problems).ToString());
        Assert.Equal(0, report.Files);
    }

    static async Task<IEnumerable<string>> InTopicAsync(TestDesk desk, string name)
    {
        var topic = await desk.Articles.TopicAsync(name, Ct);
        return (await desk.Articles.InTopicAsync(topic!, 0, 100, Ct)).Headlines.Select(headline => headline.Title);
    }
}
