using News.Importing;

namespace News.Tests.Importing;

/// <summary>When two files, or a file then and now, are one article.</summary>
public class IdentityTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renamed_file_is_the_article_it_was()
    {
        using var desk = new Desk();
        Write(desk, "old.md", "Boat");
        await desk.ImportAsync();
        var before = (await desk.Articles.AtPathAsync("old.md", Ct))!;
        desk.Delete("old.md");
        Write(desk, "moved/new.md", "Boat");

        var report = await desk.ImportAsync();

        Assert.Equal([new ArticleChange(before.Id, "moved/new.md", ArticleChangeKind.Touched)], report.Changes);
        Assert.Equal(before.Id, (await desk.Articles.AtPathAsync("moved/new.md", Ct))!.Id);
        Assert.Null(await desk.Articles.AtPathAsync("old.md", Ct));
    }

    [Fact]
    public async Task A_held_back_file_that_is_renamed_and_published_at_once_is_news_and_nothing_else()
    {
        using var desk = new Desk();
        desk.WriteRaw("old.md", "---\ntitle: Boat\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/boat\npublished: false\n---\n");
        await desk.ImportAsync();
        desk.Delete("old.md");
        Write(desk, "new.md", "Boat");

        var change = Assert.Single((await desk.ImportAsync()).Changes);

        Assert.Equal(("new.md", ArticleChangeKind.New), (change.Path, change.Kind));
    }

    [Fact]
    public async Task An_article_that_comes_back_under_another_path_is_not_news()
    {
        using var desk = new Desk();
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
    public async Task The_same_article_in_two_files_is_shown_once_and_told(string link)
    {
        using var desk = new Desk();
        Write(desk, "a.md", "Boat");
        Write(desk, "b.md", "Boat, copied", link: link);

        var report = await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.TitlesAsync());
        Assert.Equal((1, 1), (report.Duplicates, report.Count(ArticleChangeKind.New)));
        Assert.Contains(report.Problems, problem => problem.ToString().StartsWith("b.md:4:9: warning: ", StringComparison.Ordinal) && problem.Message.Contains("This is the article of a.md"));
    }

    [Fact]
    public async Task When_the_first_of_two_files_goes_the_second_stands_for_the_same_article()
    {
        using var desk = new Desk();
        Write(desk, "a.md", "Boat");
        await desk.ImportAsync();
        var id = (await desk.Articles.AtPathAsync("a.md", Ct))!.Id;
        Write(desk, "b.md", "Boat, copied");
        await desk.ImportAsync();
        desk.Delete("a.md");

        var report = await desk.ImportAsync();

        Assert.Equal([new ArticleChange(id, "b.md", ArticleChangeKind.Edited)], report.Changes);
        Assert.Equal(["Boat, copied"], await desk.TitlesAsync());
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task A_file_that_no_longer_repeats_another_is_an_article_of_its_own()
    {
        using var desk = new Desk();
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
    public async Task Two_files_that_swap_their_contents_stay_two_articles_and_no_news()
    {
        using var desk = new Desk();
        Write(desk, "a.md", "Boat", link: "https://gazette.example/boat");
        Write(desk, "b.md", "Ship", link: "https://gazette.example/ship");
        await desk.ImportAsync();
        Write(desk, "a.md", "Ship", link: "https://gazette.example/ship");
        Write(desk, "b.md", "Boat", link: "https://gazette.example/boat");

        var report = await desk.ImportAsync();

        Assert.Equal(0, report.Count(ArticleChangeKind.New));
        Assert.Equal((0, 0), (report.Duplicates, report.Problems.Count));
        Assert.Equal("Ship", (await desk.Articles.AtPathAsync("a.md", Ct))!.Title);
        Assert.Equal("Boat", (await desk.Articles.AtPathAsync("b.md", Ct))!.Title);
    }

    [Fact]
    public async Task A_publisher_that_uses_an_address_again_months_later_has_another_article()
    {
        using var desk = new Desk();
        Write(desk, "winter.md", "Winter stories", publishedAt: "2026-01-10");
        Write(desk, "summer.md", "Summer stories", publishedAt: "2026-06-10");

        var report = await desk.ImportAsync();

        Assert.Equal(0, report.Duplicates);
        Assert.Equal(["Summer stories", "Winter stories"], await desk.TitlesAsync());
    }

    static void Write(Desk desk, string path, string title, string link = "https://gazette.example/boat", string publishedAt = "2026-11-20") =>
        desk.WriteRaw(path, $"---\ntitle: \"{title}\"\npublishedDateTime: {publishedAt}\nwebUrl: {link}\n---\n");
}
