using Desk.Archive;
using Desk.Importing;

namespace Desk.Tests.Importing;

/// <summary>Files that disappear: for a moment, for good, or too many at once.</summary>
public sealed class MissingFilesTests : IDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    readonly TestDesk desk = new(confirmAfter: Look);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_that_are_missing_for_a_moment_are_not_withdrawn()
    {
        await WriteAsync(6);
        Hide(0, 1, 2);
        var gone = await desk.ImportAsync();
        Return(0, 1, 2);

        var back = await LookAgainAsync();

        Assert.Equal((3, 0, 0), (gone.Waiting, gone.Changes.Count, gone.Stories.All.Count));
        Assert.Equal((0, 0, 0), (back.Waiting, back.Changes.Count, back.Stories.All.Count));
        Assert.Equal(6, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task File_that_is_still_missing_at_a_later_look_is_withdrawn()
    {
        await WriteAsync(6);
        Hide(0);

        Assert.Equal(0, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));
        desk.Clock.Advance(Look / 2);
        Assert.Equal(0, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));
        Assert.Equal(1, (await LookAgainAsync()).Count(ArticleChangeKind.Withdrawn));
        Assert.Equal(5, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task File_that_disappears_again_must_be_missing_anew()
    {
        await WriteAsync(6);
        Hide(0);
        await desk.ImportAsync();
        Return(0);
        await LookAgainAsync();
        Hide(0);

        Assert.Equal(0, (await desk.ImportAsync()).Count(ArticleChangeKind.Withdrawn));
    }

    [Fact]
    public async Task Clock_that_jumps_confirms_nothing_before_its_time()
    {
        await WriteAsync(6);
        Hide(0);
        var clock = new WallClock();
        var importer = new ArticleImporter(desk.Database, new(desk.ContentFolder), clock);
        await importer.ImportAsync(TimeSpan.Zero, progress: null, Ct);
        clock.IsAhead = true;

        var report = await importer.ImportAsync(TimeSpan.Zero, progress: null, Ct);

        Assert.Equal((1, 0), (report.Waiting, report.Count(ArticleChangeKind.Withdrawn)));
    }

    [Fact]
    public async Task Renamed_file_keeps_its_article_at_once_and_back_again()
    {
        await WriteAsync(2);
        var id = (await desk.AtPathAsync("0.md"))!.Id;

        Move("0.md", "moved/0.md");
        var moved = await desk.ImportAsync();
        Assert.Equal(id, (await desk.AtPathAsync("moved/0.md"))!.Id);
        Move("moved/0.md", "0.md");
        var back = await desk.ImportAsync();
        var later = await LookAgainAsync();

        Assert.Equal(id, (await desk.AtPathAsync("0.md"))!.Id);
        Assert.All([moved, back, later], report => Assert.Empty(report.Problems));
        Assert.All([moved, back, later], report => Assert.Equal(0, report.Count(ArticleChangeKind.Withdrawn)));
        Assert.Equal(2, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Renamed_folder_withdraws_nothing()
    {
        await WriteAsync(10);
        foreach (var file in Enumerable.Range(0, 10))
            Move($"{file}.md", $"archive/{file}.md");

        var moved = await desk.ImportAsync();
        var later = await LookAgainAsync();

        Assert.Equal((0, 0, 0), (moved.Problems.Count, later.Problems.Count, later.Held));
        Assert.Equal(10, (await desk.TitlesAsync()).Count);
    }

    [Theory]
    [InlineData(10, 5, false)]
    [InlineData(10, 6, true)]
    [InlineData(5, 4, false)]
    [InlineData(6, 5, true)]
    public async Task More_than_half_and_at_least_five_are_held_until_somebody_confirms(int files, int missing, bool isHeld)
    {
        await WriteAsync(files);
        Hide([.. Enumerable.Range(0, missing)]);
        await desk.ImportAsync();

        var report = await LookAgainAsync();

        Assert.Equal(isHeld ? missing : 0, report.Held);
        Assert.Equal(isHeld ? 0 : missing, report.Count(ArticleChangeKind.Withdrawn));
        Assert.Equal(isHeld ? files : files - missing, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Subfolder_that_disappears_is_held_and_reported_by_its_path()
    {
        await WriteAsync(20);
        foreach (var file in Enumerable.Range(20, 5))
            desk.Write($"2025/{file}.md", $"Boat {file}");
        await desk.ImportAsync();
        foreach (var file in Enumerable.Range(20, 5))
            desk.Delete($"2025/{file}.md");
        await desk.ImportAsync();

        var problem = Assert.Single((await LookAgainAsync()).Problems);

        Assert.Equal("2025", problem.Path);
        Assert.StartsWith("5 files are missing", problem.Message);
        Assert.Equal([problem], await new ImportStore(desk.Database).ProblemsAsync(Ct));
    }

    [Fact]
    public async Task Held_files_that_come_back_are_no_problem_any_more()
    {
        await WriteAsync(8);
        Hide(0, 1, 2, 3, 4, 5);
        await desk.ImportAsync();
        var held = await LookAgainAsync();
        Return(0, 1, 2);
        var some = await desk.ImportAsync();
        Return(3, 4, 5);

        var all = await LookAgainAsync();

        Assert.Equal(["."], held.Problems.Select(problem => problem.Path));
        Assert.Equal((3, 0), (some.Held, some.Count(ArticleChangeKind.Withdrawn)));
        Assert.Equal((0, 0), (all.Problems.Count, all.Changes.Count));
        Assert.Equal(8, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task New_files_make_the_missing_ones_no_fewer()
    {
        await WriteAsync(8);
        Hide(0, 1, 2, 3, 4);
        for (var file = 10; file < 30; file++)
            desk.Write($"{file}.md", $"Boat {file}");
        await desk.ImportAsync();

        Assert.Equal(5, (await LookAgainAsync()).Held);
        Assert.Equal(5, (await LookAgainAsync()).Held);
        Hide(5);
        await desk.ImportAsync();
        Assert.Equal(6, (await LookAgainAsync()).Held);
        Assert.Equal(28, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Held_files_are_withdrawn_once_somebody_confirms_exactly_them()
    {
        await WriteAsync(8);
        Hide(0, 1, 2, 3, 4);
        await desk.ImportAsync();
        await LookAgainAsync();
        var store = new HeldFilesStore(desk.Database, desk.Clock);
        var asked = Assert.Single(await store.AllAsync(Ct));
        Hide(5);
        await desk.ImportAsync();
        await LookAgainAsync();

        Assert.Equal(0, await store.ConfirmAsync(asked.Token, by: null, Ct));
        Assert.Equal(6, await store.ConfirmAsync(Assert.Single(await store.AllAsync(Ct)).Token, by: null, Ct));
        Return(5);
        var report = await desk.ImportAsync();

        Assert.Equal((5, 0), (report.Count(ArticleChangeKind.Withdrawn), report.Problems.Count));
        Assert.Equal(3, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Restarted_bot_still_holds_them()
    {
        await WriteAsync(6);
        Hide(0, 1, 2, 3, 4);
        await desk.ImportAsync();
        await LookAgainAsync();
        var importer = new ArticleImporter(desk.Database, new(desk.ContentFolder), desk.Clock);

        var report = await importer.ImportAsync(TimeSpan.Zero, progress: null, Ct);

        Assert.Equal((5, 0), (report.Held, report.Count(ArticleChangeKind.Withdrawn)));
    }

    [Fact]
    public async Task Files_below_a_folder_that_cannot_be_read_stay()
    {
        desk.Write("sub/a.md", "Boat");
        desk.Write("b.md", "Ship");
        await desk.ImportAsync();
        Directory.Delete(Path.Combine(desk.ContentFolder, "sub"), recursive: true);
        File.CreateSymbolicLink(Path.Combine(desk.ContentFolder, "sub"), "nowhere");

        var first = await desk.ImportAsync();
        var later = await LookAgainAsync();

        Assert.Equal("sub", Assert.Single(first.Problems).Path);
        Assert.Equal((0, 0), (later.Waiting, later.Changes.Count));
        Assert.Equal(2, (await desk.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Topic_file_that_is_missing_for_a_moment_changes_no_topic()
    {
        desk.WriteRaw("topics/harbour.yaml", "name: Harbour\nparent: Water");
        desk.WriteRaw("topics/water.yaml", "name: Water");
        desk.Write("a.md", "Boat", fields: "topics: [Harbour]");
        await desk.ImportAsync();
        Move("topics/harbour.yaml", "harbour.away");
        desk.WriteRaw("topics/air.yaml", "name: Air");

        var gone = await desk.ImportAsync();
        var later = await LookAgainAsync();

        Assert.False(gone.HaveDefinitionsChanged);
        Assert.Empty(gone.Problems);
        Assert.True(later.HaveDefinitionsChanged);
    }

    public void Dispose() => desk.Dispose();

    async Task WriteAsync(int files)
    {
        for (var file = 0; file < files; file++)
            desk.Write($"{file}.md", $"Boat {file}");
        await desk.ImportAsync();
    }

    void Hide(params int[] files)
    {
        foreach (var file in files)
            Move($"{file}.md", $"{file}.away");
    }

    void Return(params int[] files)
    {
        foreach (var file in files)
            Move($"{file}.away", $"{file}.md");
    }

    void Move(string from, string to)
    {
        var target = Path.Combine(desk.ContentFolder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(desk.ContentFolder, from), target);
    }

    Task<ImportReport> LookAgainAsync()
    {
        desk.Clock.Advance(Look);
        return desk.ImportAsync();
    }

    /// <summary>Its hands can be moved while its time goes on as before.</summary>
    sealed class WallClock : TimeProvider
    {
        public bool IsAhead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(IsAhead ? 1 : 0);
    }
}
