namespace News.Tests.Importing;

public class TopicFilesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_includes_the_articles_of_the_topics_below_it()
    {
        using var desk = new Desk();
        desk.WriteRaw("topics/ferries.yaml", "name: Ferries\nparent: Harbour\n");
        desk.WriteRaw("topics/night-boats.yaml", "name: Night boats\nparent: Ferries\n");
        desk.Write("a.md", "Harbour", "2026-11-01", "topics: [Harbour]");
        desk.Write("b.md", "Ferry", "2026-11-02", "topics: [Ferries]");
        desk.Write("c.md", "Night", "2026-11-03", "topics: [Night boats, Harbour]");
        await desk.ImportAsync();

        Assert.Equal(["Night", "Ferry", "Harbour"], await InTopicAsync(desk, "Harbour"));
        Assert.Equal(["Night", "Ferry"], await InTopicAsync(desk, "Ferries"));
        Assert.Equal(["Night boats", "Harbour"], (await desk.Articles.AtPathAsync("c.md", Ct))!.Topics);
        Assert.Equal(["Ferries"], (await desk.Articles.LatestAsync(1, 1, Ct)).Headlines.Single().Topics);
    }

    [Fact]
    public async Task A_channel_that_wants_a_topic_gets_what_is_below_it()
    {
        using var desk = new Desk();
        desk.WriteRaw("topics/ferries.yaml", "name: Ferries\nparent: Harbour\n");
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Subscriptions.SaveAsync(new() { Channel = "harbour", Latest = 0, Rules = new() { Topics = ["harbour"] } }, by: null, Ct);
        desk.Write("a.md", "Ferry", fields: "topics: [Ferries]");
        await desk.ImportAsync();

        Assert.Equal(["Ferry"], await desk.DeliverAsync("harbour"));
    }

    [Fact]
    public async Task A_changed_or_deleted_topic_file_takes_effect_on_the_articles_that_are_there()
    {
        using var desk = new Desk();
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
    public async Task Topics_above_each_other_in_a_circle_do_no_harm()
    {
        using var desk = new Desk();
        desk.WriteRaw("topics/a.yaml", "name: A\nparent: B\n");
        desk.WriteRaw("topics/b.yaml", "name: B\nparent: A\n");
        desk.Write("a.md", "Boat", fields: "topics: [A]");
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await InTopicAsync(desk, "A"));
        Assert.Equal(["Boat"], await InTopicAsync(desk, "B"));
    }

    [Fact]
    public async Task A_mistake_in_a_topic_file_is_told_with_its_place()
    {
        using var desk = new Desk();
        desk.WriteRaw("topics/ferries.yaml", "nam: Ferries\n");
        desk.WriteRaw("topics/README.md", "How topics work.");
        desk.WriteRaw("other/settings.yaml", "not: ours\n");

        var report = await desk.ImportAsync();

        Assert.Equal("topics/ferries.yaml:1:1: name is missing. Did you mean it by nam?", Assert.Single(report.Problems).ToString());
        Assert.Equal(0, report.Files);
    }

    static async Task<IEnumerable<string>> InTopicAsync(Desk desk, string name) =>
        (await desk.Articles.InTopicAsync((await desk.Articles.TopicAsync(name, Ct))!, 0, 100, Ct)).Headlines.Select(headline => headline.Title);
}
