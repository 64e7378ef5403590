using Articles;
using Articles.Stories;
using CsCheck;
using Dapper;
using Desk.Archive;
using Shared;

namespace Desk.Tests.Importing;

public class StoryGroupingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_joins_the_story_that_lists_it_and_the_reason_is_stored()
    {
        using var desk = new TestDesk();
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
    public async Task One_shared_link_in_long_lists_connects_nothing_but_two_do()
    {
        using var desk = new TestDesk();
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
    [InlineData(
        "Weather warning for Kelmouth: strong winds and heavy rain on Saturday",
        "Weather warning for Stannick: strong winds and heavy rain on Saturday",
        "2026-11-20T09:00Z",
        false)]
    [InlineData(
        "Kelmouth Athletic beat Stannick Rovers in cup final",
        "Stannick Rovers beat Kelmouth Athletic in cup final",
        "2026-11-20T09:00Z",
        false)]
    [InlineData(
        "Norvex Achieves Gull Cloud Machine Learning Competency Status in Applied AI",
        "Tidelab AI Achieves Gull Cloud Machine Learning Competency Status in Applied AI",
        "2026-11-20T09:00Z",
        false)]
    [InlineData(
        "Harbour portal misconfiguration exposes 38 million records",
        "Harbour portal misconfigurations expose 38M records",
        "2026-11-20T09:00Z",
        true)]
    [InlineData(
        "Two dead as ferry hits pier in Kelmouth harbour", "2 dead as ferry hits pier in Kelmouth harbour", "2026-11-20T09:00Z", true)]
    public async Task Similar_headlines_of_two_outlets_within_three_days_are_one_story(
        string one,
        string other,
        string at,
        bool together)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", one, fields: "provider: { name: Gazette, domain: gazette.example }");
        desk.Write("b.md", other, at, "provider: { name: Wire, domain: wire.example }");
        await desk.ImportAsync();

        Assert.Equal(together ? ["a.md b.md"] : ["a.md", "b.md"], await PartitionAsync(desk));
    }

    [Fact]
    public async Task Split_story_stays_with_its_first_article_and_merges_into_the_older_story()
    {
        using var desk = new TestDesk();
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
    public async Task Withdrawn_article_leaves_its_story_and_returns_to_it_and_the_last_one_empties_it()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "A", fields: Lists("https://gazette.example/b.md"));
        desk.Write("b.md", "B");
        await desk.ImportAsync();

        desk.Delete("a.md");
        Assert.Equal([new StoryChange(1, StoryChangeKind.Shrunk)], (await desk.ImportAsync()).Stories.All);
        Assert.Equal("B", (await Stories(desk).StoryAsync(1, Ct))!.Lead.Title);

        desk.Write("a.md", "A", fields: Lists("https://gazette.example/b.md"));
        Assert.Equal(
            [new StoryChange(1, StoryChangeKind.Grown), new StoryChange(1, StoryChangeKind.Returned)],
            (await desk.ImportAsync()).Stories.All);

        desk.Delete("a.md");
        desk.Write("b.md", "B", fields: "published: false");
        Assert.Equal([new StoryChange(1, StoryChangeKind.Emptied)], (await desk.ImportAsync()).Stories.All);
        Assert.Null(await Stories(desk).StoryAsync(1, Ct));
    }

    [Fact]
    public async Task Only_visible_changes_are_reported()
    {
        using var desk = new TestDesk();
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
    public async Task Newest_stories_come_first_and_once()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "A", "2026-11-20T08:00Z", Lists("https://gazette.example/c.md"));
        desk.Write("b.md", "B", "2026-11-21T08:00Z");
        desk.Write("c.md", "C", "2026-11-22T08:00Z");
        await desk.ImportAsync();

        Assert.Equal([1, 2], (await Stories(desk).LatestAsync(0, 10, Ct)).Select(story => story.Id));
        Assert.Equal([2], (await Stories(desk).LatestAsync(1, 10, Ct)).Select(story => story.Id));
    }

    [Fact]
    public Task Any_changes_give_the_same_groups_as_a_first_import() => GenChanges.SampleAsync(async changes =>
    {
        using var desk = new TestDesk();
        // Without this file, an empty folder would count as a mistake.
        desk.WriteRaw("README.md", "Nothing.");
        foreach (var step in changes)
        {
            foreach (var change in step)
                change(desk);
            await desk.ImportAsync();
            var places = await PlacesAsync(desk, "1 = 1");
            Assert.All(await PlacesAsync(desk), place => Assert.Equal(place.Story, places[(int)place.Story - 1].Story));
        }

        using var fresh = new TestDesk(desk.ContentFolder);
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
    public async Task Stories_of_the_corpus_are_listed_for_review()
    {
        using var desk = new TestDesk(Checkout.Corpus("powerapps-2021-10-01/_news"));
        await desk.ImportAsync();

        var places = await PlacesAsync(desk);

        var stories = places.GroupBy(place => place.Story).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{places.Count} articles, {stories.Count} stories, the largest of {stories.Max(story => story.Count())}");
        foreach (var (_, reason) in places.Where(place => place.Reason is not null))
            TestContext.Current.TestOutputHelper!.WriteLine(reason!);
        Assert.InRange(stories.Count, 1, places.Count);
    }

    static readonly string[] Titles =
    [
        "Ferry runs aground off Kelm harbour",
        "Ferry runs aground near Kelm harbour",
        "Ferry runs aground off Kelm harbour today",
        "Storm kills 12 in harbour town",
        "Storm kills 14 in harbour town",
        "Nothing",
    ];

    static readonly Gen<string> GenLists = Gen.Int[0, 9].Array[0, 4].Select(links =>
        Lists([.. links.Select(link => link < 7 ? $"https://gazette.example/{link}.md" : $"https://x.example/{link}")]));

    static readonly Gen<Action<TestDesk>> GenChange = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[0, 9],
        Gen.Int[0, Titles.Length - 1],
        Gen.Int[0, 24],
        GenLists,
        (file, kind, title, day, lists) => new Action<TestDesk>(desk => Change(desk, file, kind, title, day, lists)));

    static void Change(TestDesk desk, int file, int kind, int title, int day, string lists)
    {
        if (kind < 2)
            desk.Delete($"{file}.md");
        else
            desk.Write(
                $"{file}.md",
                Titles[title],
                $"2026-11-{Math.Max(day, 1):00}T08:00Z",
                $"{lists}provider: {{ domain: outlet{file % 3}.example }}\nquality: {day}\npublished: {(kind == 2 ? "false" : "true")}");
    }

    static readonly Gen<Action<TestDesk>[][]> GenChanges = GenChange.Array[1, 5].Array[1, 6];

    static readonly Gen<Article> GenClues = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[0, Titles.Length - 1],
        Gen.Int[1, 24],
        Gen.Int[0, 9].Array[0, 4]).Select((file, title, day, links) => new Article
    {
        Path = $"{file}.md",
        Title = Titles[title],
        PublishedAt = new(2026, 11, day, 0, 0, 0, TimeSpan.Zero),
        WebUrl = new($"https://gazette.example/{file}"),
        Provider = new("", $"outlet{file % 3}.example"),
        Related = [.. links.Select(link => new RelatedArticle { Title = "", Link = new($"https://gazette.example/{link}") })],
    });

    static StoryStore Stories(TestDesk desk) => new(desk.Database, desk.Clock);

    static string Lists(params string[] links) =>
        links.Length == 0 ? "" : "related:\n" + string.Concat(links.Select(link => $"  - title: There\n    webUrl: {link}\n"));

    static async Task<IReadOnlyList<string>> PartitionAsync(TestDesk desk)
    {
        var paths = await desk.Database.ReadAsync(
            session => session.QueryAsync<string>("select path from listed_articles order by id"), Ct);
        return
        [
            .. (await PlacesAsync(desk)).Zip(paths)
                .GroupBy(pair => pair.First.Story, pair => pair.Second)
                .Select(story => string.Join(' ', story.Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    static async Task<IReadOnlyList<(long Story, string? Reason)>> PlacesAsync(
        TestDesk desk,
        string where = "published = 1 and removed_at is null")
    {
        var rows = await desk.Database.ReadAsync(
            session => session.QueryAsync<PlaceRow>(
                $"select coalesce(story_id, id) as story, story_reason as reason from articles where {where} order by id"),
            Ct);
        return [.. rows.Select(row => (row.Story, row.Reason))];
    }

    internal sealed record PlaceRow
    {
        public required long Story { get; init; }
        public string? Reason { get; init; }
    }
}
