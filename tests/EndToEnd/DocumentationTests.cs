using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The documents are promises: their commands run, their links lead somewhere, and the README stays short.</summary>
[Trait("Engine", "SQLite")]
public sealed partial class DocumentationTests(DocumentedShell shell) : IClassFixture<DocumentedShell>
{
    const int ReadmeWords = 700;

    /// <summary>What a test can't provide. <c>long</c> is for what takes minutes or runs tests.</summary>
    static readonly string[] Needs = ["root", "token", "container engine", "PostgreSQL", "long"];

    static readonly string[] CodeFolders = ["src", "tests"];

    static readonly Document Readme = new("README.md");

    public static TheoryData<string> Documents => [.. Document.All.Select(document => document.Path)];

    public static TheoryData<string, string> CommandsToRun => Commands(block => block.Needs is null);

    public static TheoryData<string, string> CommandsToRead => Commands(block => block.Needs is not null);

    [Theory]
    [MemberData(nameof(CommandsToRun))]
    public async Task Commands_run_as_written(string document, string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");

        var (exitCode, output) = await shell.RunAsync(commands);

        Assert.True(exitCode == 0, $"{document}:\n{commands}\nexited with {exitCode}:\n{output}");
    }

    [Theory]
    [MemberData(nameof(CommandsToRead))]
    public void Commands_that_a_test_cannot_run_name_files_and_benchmarks_that_exist(string document, string commands)
    {
        foreach (var path in RepositoryPath().Matches(commands).Select(match => match.Value))
            Assert.True(Exists(path), $"{document} names {path}, which doesn't exist.");

        var code = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests/Benchmarks"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText);
        foreach (var benchmark in Benchmark().Matches(commands).Select(match => match.Groups["name"].Value))
            Assert.Contains(code, file => file.Contains($"Command(\"{benchmark}\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_and_pictures_exist(string path)
    {
        var document = new Document(path);
        foreach (var link in document.Links)
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
            Assert.True(Exists(target), $"{path} links to {link}, which doesn't exist.");
            if (parts is [_, var anchor])
                Assert.True(new Document(target).HasAnchor(anchor), $"{path} links to {link}, and there is no such heading.");
        }
    }

    [Fact]
    public void Source_files_that_documents_mention_exist()
    {
        var code = CodeFolders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(Path.GetFileName);

        Assert.Empty(Document.All.SelectMany(document => document.SourceFiles).Except(code));
    }

    [Fact]
    public void Comments_above_commands_say_what_a_test_cannot_provide()
    {
        var needs = Document.All.SelectMany(document => document.Commands).Select(block => block.Needs).OfType<string>();

        Assert.Empty(needs.Except(Needs));
    }

    [Fact]
    public void README_is_short() =>
        Assert.InRange(Readme.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, ReadmeWords - 1);

    [Fact]
    public void README_starts_with_the_two_commands_of_a_newcomer() =>
        Assert.Equal("dotnet run --project src/Bot\ndotnet test\n", Readme.Commands.First().Commands);

    [Fact]
    public void Workflow_for_maintainers_annotates_pull_requests() => Assert.Contains(
        new Document("docs/maintainers.md").Commands,
        step => step.Commands.EndsWith("check --format github", StringComparison.Ordinal));

    /// <summary>What several documents say is tried once.</summary>
    static TheoryData<string, string> Commands(Func<CommandBlock, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        var all = Document.All.SelectMany(document => document.Commands.Where(isWanted).Select(block => (document.Path, block.Commands)));
        foreach (var (path, commands) in all.DistinctBy(one => one.Commands))
            data.Add(path, commands);
        return data;
    }

    static bool Exists(string path) => Path.Exists(Path.Combine(Checkout.Root, path));

    [GeneratedRegex(@"(?<![\w./-])(?:src|tests|content|docs|\.ci)/[\w./-]*\w")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"--project tests/Benchmarks -- (?<name>[\w-]+)")]
    private static partial Regex Benchmark();
}
