using System.Runtime.Versioning;
using Benchmarks;
using Shared;

namespace Desk.Tests.Importing;

/// <summary>One bad entry of the content folder is its own problem, and hides no other.</summary>
public sealed class HostileEntriesTests : IDisposable
{
    readonly TestDesk desk = new();

    public HostileEntriesTests() => desk.Write("z.md", "Neighbor");

    [Fact]
    public async Task Pipe_is_reported_with_its_path()
    {
        Assert.SkipUnless(Libc.IsThere, "Only Linux has them.");
        Libc.MakePipe(Path.Combine(desk.ContentFolder, "pipe.md"));

        Assert.Equal(["pipe.md"], await ProblemsAsync());
    }

    [Fact]
    public async Task Name_that_is_not_UTF8_is_reported_and_not_waited_for()
    {
        Assert.SkipUnless(Libc.IsThere, "Other systems have no such names.");
        byte[] name = [.. "a"u8, 0xFF, .. ".md"u8];
        Libc.MakeNamed(desk.ContentFolder, name, isFolder: false);

        var paths = await ProblemsAsync();
        Libc.Delete(desk.ContentFolder, name);

        Assert.Equal(["a\uFFFD.md"], paths);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public async Task Impossible_date_is_the_problem_of_its_file(string date)
    {
        desk.Write("a.md", "Boat", date);

        Assert.All(await ProblemsAsync(), path => Assert.Equal("a.md", path));
    }

    [Fact]
    public async Task Link_in_a_circle_is_reported_until_it_is_gone()
    {
        var link = Path.Combine(desk.ContentFolder, "loop");
        File.CreateSymbolicLink(link, "loop");
        Assert.Equal(["loop"], await ProblemsAsync());
        File.Delete(link);

        Assert.Empty(await ProblemsAsync());
    }

    /// <summary>Such as those in /sys.</summary>
    [Fact]
    public async Task File_with_another_length_than_it_reports_is_read()
    {
        const string file = "/sys/kernel/mm/transparent_hugepage/enabled";
        Assert.SkipUnless(File.Exists(file), "Only Linux has it.");
        File.CreateSymbolicLink(Path.Combine(desk.ContentFolder, "a.md"), file);

        Assert.Equal(["a.md"], await ProblemsAsync());
    }

    /// <summary>A few of what <c>tests/Benchmarks -- hostile-folder</c> makes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [UnsupportedOSPlatform("windows")]
    public async Task Any_entries_end_no_import_and_hide_no_neighbor(int seed)
    {
        Assert.SkipUnless(Libc.IsThere, "Only Linux has them all.");
        var samples = Directory.GetFiles(Path.Combine(Checkout.Root, "content"), "*.md").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();

        var failures = await HostileFolder.RunAsync(samples, entries: 2000, seed, progress: null, TestContext.Current.CancellationToken);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    public void Dispose() => desk.Dispose();

    /// <summary>The paths with problems; the neighbor must be read, and nothing may be left for later.</summary>
    async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        var report = await desk.ImportAsync();
        Assert.Contains("Neighbor", await desk.TitlesAsync());
        Assert.Equal(0, report.Unfinished);
        return [.. report.Problems.Select(problem => problem.Path)];
    }
}
