namespace Desk.Tests.Outbox;

public class DeliveryPlannerTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_channel_gets_the_latest_it_asked_for_oldest_first()
    {
        using var desk = new TestDesk();
        for (var i = 1; i <= 5; i++)
            desk.Write($"{i}.md", $"Title {i}", $"2026-11-0{i}");
        await desk.ImportAsync();

        Assert.Equal(3, await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 3 }, by: null, Ct));

        Assert.Equal(["Title 3", "Title 4", "Title 5"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task The_first_sight_of_a_folder_is_not_a_flood()
    {
        using var desk = new TestDesk();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 2 }, by: null, Ct);
        for (var i = 1; i <= 5; i++)
            desk.Write($"{i}.md", $"Title {i}", $"2026-11-0{i}");
        await desk.ImportAsync();

        Assert.Equal(["Title 4", "Title 5"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task What_appears_later_goes_to_each_channel_that_wants_its_topics_once()
    {
        using var desk = new TestDesk();
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "all", Latest = 0 }, by: null, Ct);
        await desk.Channels.SaveAsync(new() { Channel = "ferries", Latest = 0, Rules = new() { Topics = ["ferries", "harbour"] } },
            by: null, Ct);
        desk.Write("a.md", "Boat", "2026-11-21", "topics: [Ferries, Harbour]");
        desk.Write("b.md", "Grid", "2026-11-20", "topics: [Power]");
        await desk.ImportAsync();
        await desk.ImportAsync();

        Assert.Equal(["Grid", "Boat"], await desk.DeliverAsync("all"));
        Assert.Equal(["Boat"], await desk.DeliverAsync("ferries"));
    }

    [Fact]
    public async Task An_edit_and_a_second_publication_are_not_news()
    {
        using var desk = new TestDesk();
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 0 }, by: null, Ct);
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();
        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));

        foreach (var published in (string[])["true\nheat: 9", "false", "true"])
        {
            desk.Write("a.md", "Boat", fields: $"published: {published}");
            await desk.ImportAsync();
        }

        Assert.Empty(await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task A_channel_that_is_removed_and_added_again_gets_nothing_twice()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", "2026-11-01");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 1 }, by: null, Ct);
        await desk.DeliverAsync("news");

        Assert.True(await desk.Channels.RemoveAsync("news", by: null, Ct));
        Assert.False(await desk.Channels.RemoveAsync("news", by: null, Ct));
        desk.Write("b.md", "Ship", "2026-11-02");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 5 }, by: null, Ct);

        Assert.Equal(["Ship"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task Saving_a_channel_again_changes_its_topics_and_sends_nothing()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: "topics: [Ferries]");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Guild = "guild", Latest = 0 }, by: null, Ct);

        Assert.Equal(0, await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 5, Rules = new() { Topics = ["ferries"] } },
            by: null, Ct));

        var saved = Assert.Single(await desk.Subscriptions.OfGuildAsync("guild", Ct));
        Assert.Equal(["ferries"], saved.Rules.Topics);
        Assert.Empty(await desk.DeliverAsync("news"));
    }
}
