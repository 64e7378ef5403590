using Desk.Archive;
using Desk.Importing;

namespace Desk.Tests.Importing;

public class ImportReportTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("heat: 99")]
    [InlineData("quality: 12")]
    [InlineData("secured: abc")]
    [InlineData("title:   'Boat'")]
    [InlineData("excerpt: \"More &amp; more.\"")]
    [InlineData("topics: [FERRIES]")]
    public async Task Invisible_change_is_not_an_edit(string changed) =>
        Assert.Equal(ArticleChangeKind.Touched, await ChangeAsync(changed));

    [Theory]
    [InlineData("title: Ship")]
    [InlineData("excerpt: Less.")]
    [InlineData("publishedDateTime: 2026-11-20T09:00Z")]
    [InlineData("webUrl: https://gazette.example/other")]
    [InlineData("topics: [Harbour]")]
    [InlineData("provider: {name: Post}")]
    [InlineData("images: [{url: 'https://gazette.example/2.jpg'}]")]
    [InlineData("related: [{title: Elsewhere}]")]
    public async Task Visible_change_is_an_edit(string changed) =>
        Assert.Equal(ArticleChangeKind.Edited, await ChangeAsync(changed));

    [Fact]
    public async Task Unpublished_article_is_withdrawn_and_returns_when_published_again()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();

        desk.Write("a.md", "Boat", fields: "published: false");
        Assert.Equal(ArticleChangeKind.Withdrawn, Assert.Single((await desk.ImportAsync()).Changes).Kind);

        desk.Write("a.md", "Boat", fields: "published: true");
        Assert.Equal(ArticleChangeKind.Returned, Assert.Single((await desk.ImportAsync()).Changes).Kind);
    }

    [Fact]
    public async Task File_with_only_a_new_time_is_unchanged()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();
        desk.Write("a.md", "Boat");

        var report = await desk.ImportAsync();

        Assert.Equal(1, report.Unchanged);
        Assert.False(report.ChangedAnything);
    }

    [Fact]
    public async Task Broken_file_that_was_just_written_waits_for_the_next_import()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("a.md", "---\ntitle: Boa");

        var hasty = await desk.ImportAsync(patience: TimeSpan.FromSeconds(2));
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        var patient = await desk.ImportAsync(patience: TimeSpan.FromSeconds(2));

        Assert.Equal((1, 0), (hasty.Unfinished, hasty.Problems.Count));
        Assert.Equal((0, 1), (patient.Unfinished, patient.Broken));
    }

    [Fact]
    public async Task Unreadable_file_is_reported_once_and_retried_at_each_import()
    {
        using var desk = new TestDesk();
        var target = Path.Combine(Path.GetDirectoryName(desk.DatabaseFile)!, "elsewhere.txt");
        File.CreateSymbolicLink(Path.Combine(desk.ContentFolder, "a.md"), target);

        Assert.Contains("can't be read", Assert.Single((await desk.ImportAsync()).Problems).Message);
        Assert.False((await desk.ImportAsync()).ChangedAnything);

        await File.WriteAllTextAsync(
            target, "---\ntitle: Boat\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/boat\n---\n", Ct);
        Assert.Equal(1, (await desk.ImportAsync()).Count(ArticleChangeKind.New));
    }

    [Fact]
    public async Task Unexpectedly_empty_folder_withdraws_nothing()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();
        desk.Delete("a.md");

        await Assert.ThrowsAsync<ContentFolderEmptiedException>(() => desk.ImportAsync());
        Assert.Equal(["Boat"], await desk.TitlesAsync());

        desk.WriteRaw("README.md", "Nothing yet.");
        Assert.Equal(1, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));
    }

    [Fact]
    public async Task Interrupted_first_import_continues_and_posts_nothing()
    {
        using var desk = new TestDesk();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = 1 }, by: null, Ct);
        for (var day = 1; day <= 7; day++)
            desk.Write($"{day}.md", $"Boat {day}", $"2026-11-0{day}");
        var importer = new ArticleImporter(desk.Database, new(desk.ContentFolder), desk.Clock) { FilesPerBatch = 2 };
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.ImportAsync(TimeSpan.Zero, new CutAfter(5, cut), cut.Token));
        Assert.Equal(4, (await desk.TitlesAsync()).Count);
        Assert.Empty(await desk.DeliverAsync("news"));

        var report = await desk.ImportAsync();

        Assert.Equal((7, 4), (report.Count(ArticleChangeKind.New), report.Unchanged));
        Assert.Equal(["Boat 7"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task Imports_with_changes_are_listed_latest_first()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        desk.Write("b.md", "Ship", fields: "published: false");
        await desk.ImportAsync();
        await desk.ImportAsync();
        desk.Write("a.md", "Boats");
        desk.WriteRaw("c.md", "broken");
        await desk.ImportAsync();

        var imports = await new ImportStore(desk.Database).LatestAsync(10, Ct);

        Assert.Equal([(3, 0, 1, 0, 1), (2, 1, 0, 1, 0)], imports.Select(one => (one.Files, one.New, one.Edited, one.Touched, one.Broken)));
    }

    static async Task<ArticleChangeKind> ChangeAsync(string changed)
    {
        var fields = new Dictionary<string, string>
        {
            ["title"] = "title: Boat",
            ["publishedDateTime"] = "publishedDateTime: 2026-11-20T08:00Z",
            ["webUrl"] = "webUrl: https://gazette.example/boat",
            ["excerpt"] = "excerpt: More & more.",
            ["topics"] = "topics: [Ferries]",
            ["provider"] = "provider: {name: Gazette}",
        };
        using var desk = new TestDesk();
        desk.WriteRaw("a.md", $"---\n{string.Join('\n', fields.Values)}\n---\n");
        await desk.ImportAsync();
        fields[changed[..changed.IndexOf(':', StringComparison.Ordinal)]] = changed;
        desk.WriteRaw("a.md", $"---\n{string.Join('\n', fields.Values)}\n---\n");
        return Assert.Single((await desk.ImportAsync()).Changes).Kind;
    }

    sealed class CutAfter(int files, CancellationTokenSource cut) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Looked == files)
                cut.Cancel();
        }
    }
}
