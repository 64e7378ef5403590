using Desk.Archive;

namespace Desk.Tests.Importing;

public class ArticleImporterTests
{
    [Fact]
    public async Task Unchanged_files_are_not_read_again()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        desk.Write("deep/er/b.md", "Ship");
        desk.WriteRaw("README.md", "For maintainers.");
        desk.WriteRaw("broken.md", "No front matter.");

        var first = await desk.ImportAsync();
        var second = await desk.ImportAsync();

        Assert.Equal((3, 0, 2, 1), (first.Files, first.Unchanged, first.Count(ArticleChangeKind.New), first.Broken));
        Assert.Equal((3, 3, 0, 1), (second.Files, second.Unchanged, second.Count(ArticleChangeKind.New), second.Broken));
        Assert.False(second.ChangedAnything);
        Assert.Equal(first.Problems, second.Problems);
    }

    [Fact]
    public async Task Broken_file_keeps_its_last_good_version()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();
        desk.WriteRaw("a.md", "---\ntitle: Boat, bro");

        var report = await desk.ImportAsync();

        Assert.Equal("a.md", Assert.Single(report.Problems).Path);
        Assert.Equal("Boat", Assert.Single(await desk.TitlesAsync()));
    }

    [Fact]
    public async Task Fixed_file_has_no_problems()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("a.md", "---\ntitle: Boat, bro");
        await desk.ImportAsync();
        desk.Write("a.md", "Boat");

        Assert.Empty((await desk.ImportAsync()).Problems);
    }

    [Fact]
    public async Task Edit_replaces_the_whole_article()
    {
        using var desk = new TestDesk();
        desk.Write(
            "a.md",
            "Boat",
            fields: "topics: [Ferries, Harbour]\nrelated:\n  - title: One\n  - title: Two\nimages:\n  - url: https://a.example/1.jpg");
        await desk.ImportAsync();
        desk.Write("a.md", "Ship", fields: "topics: [Harbour]\nrelated:\n  - title: Two");
        await desk.ImportAsync();

        var article = (await desk.AtPathAsync("a.md"))!;

        Assert.Equal("Ship", article.Title);
        Assert.Equal(["Harbour"], article.Topics);
        Assert.Equal(["Two"], article.Related.Select(related => related.Title));
        Assert.Empty(article.Images);
    }

    [Fact]
    public async Task Stored_article_reads_back_equal()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: """
            excerpt: "More boats."
            quality: 61
            heat: 7
            provider: {name: Gazette, domain: gazette.example, images: [{url: "https://gazette.example/i.png"}]}
            topics: [Ferries, Harbour]
            images: [{url: "https://gazette.example/f.jpg", width: 4, height: 3}]
            related:
              - title: One
                excerpt: First.
                publishedDateTime: 2026-11-20
                webUrl: https://post.example/1
                ampWebUrl: https://post.example/1/amp
                provider: {name: Post, domain: post.example}
                quality: 3
                images: [{url: "https://post.example/1.jpg", width: 4, height: 3}]
              - title: Two
            """);
        var read = new Articles.Files.ContentFolder(Path.GetDirectoryName(desk.DatabaseFile) + "/content").Read("a.md").Article!;
        await desk.ImportAsync();

        var stored = (await desk.AtPathAsync("a.md"))!;

        Assert.Equivalent(read with { Id = stored.Id, PublicKey = stored.PublicKey }, stored, strict: true);
    }

    [Fact]
    public async Task Held_back_article_is_listed_when_it_is_published()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat", fields: "published: false");

        Assert.Equal(0, (await desk.ImportAsync()).Count(ArticleChangeKind.New));
        Assert.Empty(await desk.TitlesAsync());
        Assert.NotNull(await desk.AtPathAsync("a.md"));

        desk.Write("a.md", "Boat", fields: "published: true");

        Assert.Equal(1, (await desk.ImportAsync()).Count(ArticleChangeKind.New));
        Assert.Single(await desk.TitlesAsync());
    }

    [Fact]
    public async Task Article_of_a_deleted_file_is_hidden_and_is_not_news_when_it_returns()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        desk.Write("b.md", "Ship");
        await desk.ImportAsync();
        desk.Delete("a.md");

        Assert.Equal(1, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));
        Assert.Equal(["Ship"], await desk.TitlesAsync());

        desk.Write("a.md", "Boat");

        Assert.Equal(0, (await desk.ImportAsync()).Count(ArticleChangeKind.New));
        Assert.Equal(2, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Missing_folder_is_an_error_with_its_path()
    {
        using var desk = new TestDesk("/nowhere/content");

        var missing = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => desk.ImportAsync());

        Assert.Contains("/nowhere/content", missing.Message);
    }
}
