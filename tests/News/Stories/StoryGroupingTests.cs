using CsCheck;
using Microsoft.Data.Sqlite;
using News.Storage;
using News.Stories;
using Shared;

namespace News.Tests.Stories;

public class StoryGroupingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_joins_the_story_whose_list_names_it_and_the_reason_is_kept()
    {
        using var desk = new Desk();
        desk.Write("a.md", "Storm cuts power", fields: Lists("https://gazette.example/b.md"));
        await desk.ImportAsync();
        desk.Write("b.md", "Lines are down");

        var report = await desk.ImportAsync();

        Assert.Equal([new StoryChange(1, StoryChangeKind.Grown)], report.Stories.All);
        Assert.Equal([(1, null), (1, "a.md lists https://gazette.example/b.md, which is b.md")], await PlacesAsync(desk));
        var story = await Stories(desk).OfArticleAsync(2, Ct);
        Assert.Equal((1, 2, 1), (story!.Id, story.Articles.Count, await Stories(desk).CountAsync(Ct)));
    }

    [Fact]
    public async Task One_background_link_in_long_lists_glues_nothing_but_two_do()
    {
        using var desk = new Desk();
        desk.Write("a.md", "One", fields: Lists("https://x.example/map", "https://x.example/1", "https://x.example/2"));
        desk.Write("b.md", "Two", fields: Lists("https://x.example/map", "https://x.example/3", "https://x.example/4"));
        desk.Write("c.md", "Three", fields: Lists("https://x.example/3", "https://x.example/4", "https://x.example/5"));
        desk.Write("d.md", "Four", fields: Lists("https://x.example/"));
        desk.Write("e.md", "Five", fields: Lists("https://x.example/"));

        var report = await desk.ImportAsync();

        Assert.Equal(["a.md", "b.md c.md", "d.md", "e.md"], await PartitionAsync(desk));
        Assert.All(report.Stories.All, change => Assert.Equal(StoryChangeKind.New, change.Kind));
    }

    [Theory]
    [InlineData("Ferry runs aground off Kelm harbour", "Ferry Runs Aground off Kelm Harbour - Wire", "2026-11-21T08:00Z", true)]
    [InlineData("Ferry runs aground off Kelm harbour", "Ferry runs aground off Kelm harbour", "2026-11-24T08:00Z", false)]
    [InlineData("Storm kills 12 in Kelm harbour town", "Storm kills 14 in Kelm harbour town", "2026-11-20T09:00Z", false)]
    [InlineData("Live updates", "Live updates", "2026-11-20T09:00Z", false)]
    [InlineData("大雪で列車が止まる北海道の朝", "大雪で列車が止まる北海道の朝", "2026-11-20T09:00Z", true)]
    [InlineData("大雪で列車が止まる北海道の朝", "大雪で列車が止まる北海道の夜", "2026-11-20T09:00Z", false)]
    [InlineData("Élection: la grève générale paralyse Nantes", "Election la greve generale paralyse Nantes", "2026-11-20T09:00Z", true)]
    public async Task Near_equal_headlines_of_two_outlets_within_three_days_are_one_story(string one, string other, string at, bool together)
    {
        using var desk = new Desk();
        desk.Write("a.md", one, fields: "provider: { name: Gazette, domain: gazette.example }");
        desk.Write("b.md", other, at, "provider: { name: Wire, domain: wire.example }");
        await desk.ImportAsync();

        Assert.Equal(together ? ["a.md b.md"] : ["a.md", "b.md"], await PartitionAsync(desk));
    }

    [Fact]
    public async Task A_story_that_splits_stays_with_its_founder_and_merges_into_the_older()
    {
        using var desk = new Desk();
        desk.Write("a.md", "A");
        desk.Write("b.md", "B");
        desk.Write("c.md", "C");
        await desk.ImportAsync();
        desk.Write("b.md", "B", fields: Lists("https://gazette.example/a.md", "https://gazette.example/c.md"));
        var merged = await desk.ImportAsync();
        Assert.Equal(["a.md b.md c.md"], await PartitionAsync(desk));
        Assert.Contains(new(2, StoryChangeKind.Merged, 1), merged.Stories.All);
        Assert.Contains(new(3, StoryChangeKind.Merged, 1), merged.Stories.All);

        desk.Write("b.md", "B", fields: Lists("https://gazette.example/c.md"));
        var split = await desk.ImportAsync();

        Assert.Equal(["a.md", "b.md c.md"], await PartitionAsync(desk));
        Assert.Equal([1, 2, 2], (await PlacesAsync(desk)).Select(place => place.Story));
        Assert.Contains(new(1, StoryChangeKind.Shrunk), split.Stories.All);
        Assert.Contains(new(2, StoryChangeKind.Split, 1), split.Stories.All);
    }

    [Fact]
    public async Task A_withdrawn_article_shrinks_its_story_and_comes_back_to_it_and_the_last_one_empties_it()
    {
        using var desk = new Desk();
        desk.Write("a.md", "A", fields: Lists("https://gazette.example/b.md"));
        desk.Write("b.md", "B");
        await desk.ImportAsync();

        desk.Delete("a.md");
        Assert.Equal([new StoryChange(1, StoryChangeKind.Shrunk)], (await desk.ImportAsync()).Stories.All);
        Assert.Equal("B", (await Stories(desk).StoryAsync(1, Ct))!.Lead.Title);

        desk.Write("a.md", "A", fields: Lists("https://gazette.example/b.md"));
        Assert.Equal([new StoryChange(1, StoryChangeKind.Grown)], (await desk.ImportAsync()).Stories.All);

        desk.Delete("a.md");
        desk.Write("b.md", "B", fields: "published: false");
        Assert.Equal([new StoryChange(1, StoryChangeKind.Emptied)], (await desk.ImportAsync()).Stories.All);
        Assert.Null(await Stories(desk).StoryAsync(1, Ct));
    }

    [Fact]
    public async Task Only_what_readers_see_is_reported()
    {
        using var desk = new Desk();
        desk.Write("a.md", "A", fields: "quality: 10");
        await desk.ImportAsync();

        desk.Write("a.md", "A", fields: "quality: 90\nheat: 5");
        Assert.Empty((await desk.ImportAsync()).Stories.All);
        desk.Write("a.md", "A, corrected");
        Assert.Equal([new StoryChange(1, StoryChangeKind.Edited)], (await desk.ImportAsync()).Stories.All);
        desk.Write("a.md", "A, corrected", fields: Lists("https://x.example/1"));
        Assert.Equal([new StoryChange(1, StoryChangeKind.Grown)], (await desk.ImportAsync()).Stories.All);
    }

    [Fact]
    public async Task The_newest_stories_come_first_each_once()
    {
        using var desk = new Desk();
        desk.Write("a.md", "A", "2026-11-20T08:00Z", Lists("https://gazette.example/c.md"));
        desk.Write("b.md", "B", "2026-11-21T08:00Z");
        desk.Write("c.md", "C", "2026-11-22T08:00Z");
        await desk.ImportAsync();

        Assert.Equal([1, 2], (await Stories(desk).LatestAsync(0, 10, Ct)).Select(story => story.Id));
        Assert.Equal([2], (await Stories(desk).LatestAsync(1, 10, Ct)).Select(story => story.Id));
    }

    [Fact]
    public Task Any_sequence_of_changes_groups_as_a_first_import_of_the_last_state() => GenChanges.SampleAsync(async changes =>
    {
        using var desk = new Desk();
        // A folder that is meant to be empty at times has this file.
        desk.WriteRaw("README.md", "Nothing.");
        foreach (var step in changes)
        {
            foreach (var change in step)
                change(desk);
            await desk.ImportAsync();
            var places = await PlacesAsync(desk, "1 = 1");
            Assert.All(await PlacesAsync(desk), place => Assert.Equal(place.Story, places[(int)place.Story - 1].Story));
        }

        using var fresh = new Desk(desk.ContentFolder);
        if (Directory.EnumerateFiles(desk.ContentFolder).Any())
            await fresh.ImportAsync();
        Assert.Equal(await PartitionAsync(fresh), await PartitionAsync(desk));
    }, iter: 60);

    [Fact]
    public void Evidence_is_the_same_either_way_round() => GenClues.Array[2].Sample(pair =>
    {
        var (one, other) = (StoryClues.Of(pair[0]), StoryClues.Of(pair[1]));
        Assert.Equal(StoryEvidence.Between(one, other), StoryEvidence.Between(other, one));
        Assert.True(StoryEvidence.Between(one, other) is null || one.Keys().Intersect(other.Keys()).Any());
    }, iter: 20000);

    [Fact]
    public async Task The_corpus_makes_stories_of_which_those_by_headline_can_be_judged()
    {
        using var desk = new Desk(Checkout.Corpus("powerapps-2021-10-01/_news"));
        await desk.ImportAsync();

        var places = await PlacesAsync(desk);

        var stories = places.GroupBy(place => place.Story).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{places.Count} articles, {stories.Count} stories, the largest of {stories.Max(story => story.Count())}");
        foreach (var (_, reason) in places.Where(place => place.Reason is not null))
            TestContext.Current.TestOutputHelper!.WriteLine(reason!);
        Assert.InRange(stories.Count, 1, places.Count);
    }

    static readonly string[] Titles = ["Ferry runs aground off Kelm harbour", "Ferry runs aground near Kelm harbour", "Ferry runs aground off Kelm harbour today", "Storm kills 12 in harbour town", "Storm kills 14 in harbour town", "Nothing"];

    static readonly Gen<string> GenLists = Gen.Int[0, 9].Array[0, 4].Select(links =>
        Lists([.. links.Select(link => link < 7 ? $"https://gazette.example/{link}.md" : $"https://x.example/{link}")]));

    static readonly Gen<Action<Desk>> GenChange = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int[0, Titles.Length - 1], Gen.Int[0, 24], GenLists).Select((file, kind, title, day, lists) => new Action<Desk>(desk =>
    {
        if (kind < 2)
            desk.Delete($"{file}.md");
        else
            desk.Write($"{file}.md", Titles[title], $"2026-11-{Math.Max(day, 1):00}T08:00Z", $"{lists}provider: {{ domain: outlet{file % 3}.example }}\nquality: {day}\npublished: {(kind == 2 ? "false" : "true")}");
    }));

    static readonly Gen<Action<Desk>[][]> GenChanges = GenChange.Array[1, 5].Array[1, 6];

    static readonly Gen<Article> GenClues = Gen.Select(Gen.Int[0, 6], Gen.Int[0, Titles.Length - 1], Gen.Int[1, 24], Gen.Int[0, 9].Array[0, 4]).Select((file, title, day, links) => new Article
    {
        Path = $"{file}.md",
        Title = Titles[title],
        PublishedAt = new(2026, 11, day, 0, 0, 0, TimeSpan.Zero),
        WebUrl = new($"https://gazette.example/{file}"),
        Provider = new("", $"outlet{file % 3}.example"),
        Related = [.. links.Select(link => new RelatedArticle { Title = "", Link = new($"https://gazette.example/{link}") })],
    });

    static StoryStore Stories(Desk desk) => new(desk.Database, desk.Clock);

    static string Lists(params string[] links) =>
        links.Length == 0 ? "" : "related:\n" + string.Concat(links.Select(link => $"  - title: There\n    webUrl: {link}\n"));

    static async Task<IReadOnlyList<string>> PartitionAsync(Desk desk)
    {
        await using var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False");
        var paths = await PathsAsync(connection);
        return [.. (await PlacesAsync(desk)).Zip(paths).GroupBy(pair => pair.First.Story, pair => pair.Second).Select(story => string.Join(' ', story.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
    }

    static async Task<IReadOnlyList<(long Story, string? Reason)>> PlacesAsync(Desk desk, string where = "published = 1 and removed_at is null")
    {
        await using var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False");
        connection.Open();
        await using var command = new SqliteCommand($"select coalesce(story_id, id), story_reason from articles where {where} order by id", connection);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var places = new List<(long, string?)>();
        while (await rows.ReadAsync(Ct))
            places.Add((rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetString(1)));
        return places;
    }

    static async Task<IReadOnlyList<string>> PathsAsync(SqliteConnection connection)
    {
        connection.Open();
        await using var command = new SqliteCommand("select path from listed_articles order by id", connection);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var paths = new List<string>();
        while (await rows.ReadAsync(Ct))
            paths.Add(rows.GetString(0));
        return paths;
    }
}
