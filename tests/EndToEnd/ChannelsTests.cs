using Shared;

namespace EndToEnd.Tests;

/// <summary><c>channels</c>: the rules of channels in a file.</summary>
public sealed class ChannelsTests : IDisposable
{
    const string Rules = "channels:\n  - channel: \"1214128805157797889\"\n    topics: [football]\n    least-outlets: 2\n";

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Imported_rules_are_exported()
    {
        await MakeDatabaseAsync();
        folder.Write("rules.yaml", Rules);

        var (imported, changes, _) = await RunAsync("import", "rules.yaml");
        var (exported, _, _) = await RunAsync("export", "again.yaml");
        var (_, nothing, told) = await RunAsync("import", "again.yaml");

        Assert.Equal((0, 0), (imported, exported));
        Assert.Contains("1214128805157797889 added", changes);
        Assert.Contains("minimum outlets: 1 → 2", changes);
        Assert.Equal(("", "0 channels changed."), (nothing, told.Trim()));
    }

    [Fact]
    public async Task Mistake_is_reported_with_its_place_and_changes_nothing()
    {
        await MakeDatabaseAsync();
        folder.Write("rules.yaml", Rules.Replace("least-outlets: 2", "least-outlets: two", StringComparison.Ordinal));

        var (exitCode, _, errors) = await RunAsync("import", "rules.yaml");
        var (_, exported, _) = await RunAsync("export");

        Assert.Equal(1, exitCode);
        Assert.Contains("rules.yaml:4:20: least-outlets \"two\"", errors);
        Assert.DoesNotContain("least-outlets", exported);
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Missing_database_or_file_is_reported()
    {
        var (withoutDatabase, _, errors) = await RunAsync("export");
        await MakeDatabaseAsync();
        var (withoutFile, _, _) = await RunAsync("import", "absent.yaml");

        Assert.Equal((2, 2), (withoutDatabase, withoutFile));
        Assert.Matches("^There is no database at .*news.db", errors);
    }

    public void Dispose() => folder.Dispose();

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(folder.Path, ["channels", .. arguments]);

    async Task MakeDatabaseAsync()
    {
        Directory.CreateDirectory(folder.File("content"));
        await CommandLine.RunAsync(folder.Path, "list", "--database", DeskPlace.In(folder.Path));
    }
}
