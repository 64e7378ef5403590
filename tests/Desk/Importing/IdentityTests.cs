using Articles.Files;
using Desk.Archive;

namespace Desk.Tests.Importing;

/// <summary>When two files, or two versions of a file, are the same article.</summary>
public class IdentityTests
{
    [Fact]
    public async Task Renamed_file_is_the_same_article()
    {
        using var desk = new TestDesk();
        Write(desk, "old.md", "Boat");
        await desk.ImportAsync();
        var before = (await desk.AtPathAsync("old.md"))!;
        desk.Delete("old.md");
        Write(desk, "moved/new.md", "Boat");

        var report = await desk.ImportAsync();

        Assert.Equal([new ArticleChange(before.Id, "moved/new.md", ArticleChangeKind.Touched)], report.Changes);
        Assert.Equal(before.Id, (await desk.AtPathAsync("moved/new.md"))!.Id);
        Assert.Null(await desk.AtPathAsync("old.md"));
    }

    [Fact]
    public async Task Held_back_file_that_is_renamed_and_published_at_once_is_new()
    {
        using var desk = new TestDesk();
        desk.WriteRaw(
            "old.md", "---\ntitle: Boat\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/boat\npublished: false\n---\n");
        await desk.ImportAsync();
        desk.Delete("old.md");
        Write(desk, "new.md", "Boat");

        var change = Assert.Single((await desk.ImportAsync()).Changes);

        Assert.Equal(("new.md", ArticleChangeKind.New), (change.Path, change.Kind));
    }

    [Fact]
    public async Task Article_that_returns_under_another_path_is_not_news()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("README.md", "For maintainers.");
        Write(desk, "old.md", "Boat");
        await desk.ImportAsync();
        desk.Delete("old.md");
        Assert.Equal(1, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));

        Write(desk, "new.md", "Boat, again");

        Assert.Equal(ArticleChangeKind.Returned, Assert.Single((await desk.ImportAsync()).Changes).Kind);
        Assert.Equal(["Boat, again"], await desk.TitlesAsync());
    }

    [Theory]
    [InlineData("https://www.gazette.example/boat?utm_source=feed")]
    [InlineData("http://gazette.example/boat/#top")]
    [InlineData("https://gazette.example/boat/amp/")]
    public async Task Article_in_two_files_is_shown_once_and_reported(string link)
    {
        using var desk = new TestDesk();
        Write(desk, "a.md", "Boat");
        Write(desk, "b.md", "Boat, copied", link: link);

        var report = await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.TitlesAsync());
        Assert.Equal((1, 1), (report.Duplicates, report.Count(ArticleChangeKind.New)));
        const string repeats = "b.md:4:9: warning: This is the same article as a.md:";
        Assert.Contains(report.Problems, problem => problem.ToString().StartsWith(repeats, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Second_file_keeps_the_article_when_the_first_is_deleted()
    {
        using var desk = new TestDesk();
        Write(desk, "a.md", "Boat");
        await desk.ImportAsync();
        var id = (await desk.AtPathAsync("a.md"))!.Id;
        Write(desk, "b.md", "Boat, copied");
        await desk.ImportAsync();
        desk.Delete("a.md");

        var report = await desk.ImportAsync();

        Assert.Equal([new ArticleChange(id, "b.md", ArticleChangeKind.Edited)], report.Changes);
        Assert.Equal(["Boat, copied"], await desk.TitlesAsync());
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task File_that_no_longer_repeats_another_is_a_separate_article()
    {
        using var desk = new TestDesk();
        Write(desk, "a.md", "Boat");
        Write(desk, "b.md", "Ship");
        await desk.ImportAsync();
        Write(desk, "b.md", "Ship", link: "https://gazette.example/ship");

        var report = await desk.ImportAsync();

        Assert.Equal(1, report.Count(ArticleChangeKind.New));
        Assert.Equal((0, 0), (report.Duplicates, report.Problems.Count));
        Assert.Equal(2, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Two_files_that_swap_their_contents_are_no_news()
    {
        using var desk = new TestDesk();
        Write(desk, "a.md", "Boat", link: "https://gazette.example/boat");
        Write(desk, "b.md", "Ship", link: "https://gazette.example/ship");
        await desk.ImportAsync();
        Write(desk, "a.md", "Ship", link: "https://gazette.example/ship");
        Write(desk, "b.md", "Boat", link: "https://gazette.example/boat");

        var report = await desk.ImportAsync();

        Assert.Equal(0, report.Count(ArticleChangeKind.New));
        Assert.Equal((0, 0), (report.Duplicates, report.Problems.Count));
        Assert.Equal("Ship", (await desk.AtPathAsync("a.md"))!.Title);
        Assert.Equal("Boat", (await desk.AtPathAsync("b.md"))!.Title);
    }

    [Fact]
    public async Task Address_reused_months_later_is_a_different_article()
    {
        using var desk = new TestDesk();
        Write(desk, "winter.md", "Winter stories", publishedAt: "2026-01-10");
        Write(desk, "summer.md", "Summer stories", publishedAt: "2026-06-10");

        var report = await desk.ImportAsync();

        Assert.Equal(0, report.Duplicates);
        Assert.Equal(["Summer stories", "Winter stories"], await desk.TitlesAsync());
    }

    [Theory]
    [InlineData("name: One\n  domain: one.example", "name: Two\n  domain: two.example")]
    [InlineData("domain: one.example", "domain: two.example")]
    [InlineData("name: One", "name: Two")]
    public async Task Two_outlets_with_one_link_are_two_articles_and_a_warning(string one, string other)
    {
        using var desk = new TestDesk();
        WriteBy(desk, "a.md", "Kelp farm opens", one);
        WriteBy(desk, "b.md", "Council argues over kelp money", other);

        var report = await desk.ImportAsync();

        Assert.Equal((0, 2), (report.Duplicates, report.Count(ArticleChangeKind.New)));
        var warning = Assert.Single(report.Problems).ToString();
        Assert.StartsWith("b.md:4:9: warning: a.md has the same link, but another outlet, so both are shown.", warning);
    }

    [Theory]
    [InlineData("name: The Gazette", "name: Gazette")]
    [InlineData("name: Gazette\n  domain: gazette.example", "name: News of the coast\n  domain: news.gazette.example", "Boat")]
    [InlineData("name: Gazette\n  domain: gazette.example", "name: GAZETTE\n  domain: gazette.co.example")]
    [InlineData("name: Gazette\n  domain: gazette.example", "images: []")]
    public async Task One_outlet_that_is_spelled_in_two_ways_has_one_article(string one, string other, string title = "Boat, copied")
    {
        using var desk = new TestDesk();
        WriteBy(desk, "a.md", "Boat", one);
        WriteBy(desk, "b.md", title, other);

        Assert.Equal(1, (await desk.ImportAsync()).Duplicates);
    }

    [Fact]
    public async Task Warning_of_a_common_link_goes_when_the_other_article_does()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("README.md", "For maintainers.");
        WriteBy(desk, "a.md", "Kelp farm opens", "name: One\n  domain: one.example");
        WriteBy(desk, "b.md", "Council argues over kelp money", "name: Two\n  domain: two.example");
        await desk.ImportAsync();
        WriteBy(desk, "a.md", "Kelp farm opens", "name: One\n  domain: one.example", "https://one.example/kelp");

        Assert.Empty((await desk.ImportAsync()).Problems);
        WriteBy(desk, "a.md", "Kelp farm opens", "name: One\n  domain: one.example");
        Assert.Single((await desk.ImportAsync()).Problems);
        desk.Delete("a.md");
        Assert.Empty((await desk.ImportAsync()).Problems);
    }

    [Fact]
    public async Task Article_that_is_moved_while_its_outlet_is_corrected_stays_the_same()
    {
        using var desk = new TestDesk();
        WriteBy(desk, "a.md", "Kelp farm opens", "name: One\n  domain: one.example");
        await desk.ImportAsync();
        var id = (await desk.AtPathAsync("a.md"))!.Id;
        desk.Delete("a.md");
        WriteBy(desk, "b.md", "Kelp farm opens", "name: Two\n  domain: two.example");

        await desk.ImportAsync();

        Assert.Equal(id, (await desk.AtPathAsync("b.md"))!.Id);
    }

    [Fact]
    public async Task Dates_at_the_ends_of_time_stop_nothing()
    {
        using var desk = new TestDesk();
        foreach (var date in (string[])["0001-01-01", "9999-12-31", "1970-01-01", "2100-12-31T23:59:59-23:59"])
            Write(desk, $"{date[..4]}.md", date[..4], link: $"https://gazette.example/{date[..4]}", publishedAt: date);

        var report = await desk.ImportAsync();

        Assert.Equal(["2100", "1970"], await desk.TitlesAsync());
        Assert.Equal(
            [("0001.md", 3, 20), ("9999.md", 3, 20)],
            report.Problems.Where(problem => problem.Severity is ContentSeverity.Error)
                .Select(problem => (problem.Path, problem.Line, problem.Column)));
    }

    static void WriteBy(TestDesk desk, string path, string title, string provider, string link = "https://report.example/kelp") =>
        desk.WriteRaw(
            path, $"---\ntitle: \"{title}\"\npublishedDateTime: 2026-11-20\nwebUrl: {link}\nprovider:\n  {provider}\n---\n");

    static void Write(
        TestDesk desk,
        string path,
        string title,
        string link = "https://gazette.example/boat",
        string publishedAt = "2026-11-20") =>
        desk.WriteRaw(path, $"---\ntitle: \"{title}\"\npublishedDateTime: {publishedAt}\nwebUrl: {link}\n---\n");
}
