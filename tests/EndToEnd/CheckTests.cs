using System.Text;
using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>check</c>: what it prints where, and its exit codes.</summary>
[Trait("Engine", "SQLite")]
public sealed class CheckTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Sample_articles_have_no_problems()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(Checkout.Root, "check");

        Assert.Equal((0, "14 articles, no problems.\n", ""), (exitCode, output, errors));
    }

    [Fact]
    public async Task Each_kind_of_broken_file_gets_one_clear_message_and_the_others_load()
    {
        const string good = "title: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n";
        folder.Write("content/bad-date.md", "---\ntitle: Boat\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/bad-link.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: gazette\n---\n");
        folder.Write("content/bad-type.md", $"---\n{good}quality: high\n---\n");
        folder.Write("content/bad-yaml.md", $"---\n{good}excerpt: \"no end\n---\n");
        folder.Write("content/empty.md", "");
        folder.Write("content/large.md", $"---\n{good}---\n{new string('x', 5 * 1024 * 1024)}");
        folder.Write("content/no-end.md", $"---\n{good}");
        folder.Write("content/no-front-matter.md", "# Boat\n");
        folder.Write("content/no-title.md", "---\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/good.md", $"---\n{good}---\n");
        byte[] latin1 = [.. Encoding.UTF8.GetBytes($"---\n{good}excerpt: Caf"), 0xE9, .. "\n---\n"u8];
        File.WriteAllBytes(folder.File("content/not-utf8.md"), latin1);

        var (exitCode, output, _) = await CommandLine.RunAsync(folder.Path, "check", "content");
        var (_, listed, _) = await CommandLine.RunAsync(folder.Path, "list");

        Assert.Equal(1, exitCode);
        Approved.Text(output, "check.txt");
        Assert.Contains("good.md", Assert.Single(listed.Trim().Split('\n')));
    }

    [Theory]
    [InlineData("text", "check-formats.txt")]
    [InlineData("github", "check-formats.github.txt")]
    [InlineData("json", "check-formats.json")]
    public async Task Each_format_has_errors_and_warnings_within_files_and_between_them(string format, string approved)
    {
        WriteFaulty();

        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "check", "--format", format);

        Assert.Equal(1, exitCode);
        Approved.Text(output, approved);
        Assert.Equal(format == "text" ? "" : "4 articles, 1 error and 3 warnings in 4 files.\n", errors);
    }

    [Fact]
    public async Task Output_is_JSON_even_without_problems()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync(Checkout.Root, "check", "--format", "json");

        using var problems = JsonDocument.Parse(output);
        Assert.Equal((0, 0), (exitCode, problems.RootElement.GetArrayLength()));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Warnings_fail_only_a_strict_check(int expected, bool strict)
    {
        const string good = "title: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\n";
        folder.Write("content/a.md", $"---\n{good}excerptt: Gone.\n---\n");

        var (exitCode, output, _) = await CommandLine.RunAsync(folder.Path, ["check", .. strict ? (string[])["--strict"] : []]);

        Assert.Equal(expected, exitCode);
        Assert.EndsWith("1 article, 1 warning.\n", output);
    }

    [Theory]
    [InlineData("content/wrong.md", 1, "content/wrong.md:5:10: ", "1 article, 1 error in 1 file.\n")]
    [InlineData("content/same.md", 0, "content/same.md:4:9: warning: This is the same article", "1 article, 1 warning.\n")]
    [InlineData("content/topic.md", 0, "content/topic.md:5:10: warning: There is no file for the topic", "1 article, 1 warning.\n")]
    [InlineData("content/topics/00-ferries.yaml", 0, "", "1 file, no problems.\n")]
    public async Task One_file_is_checked_among_the_others(string file, int exitCode, string problem, string summary)
    {
        WriteFaulty();

        var (code, output, _) = await CommandLine.RunAsync(folder.Path, "check", file);
        var elsewhere = await CommandLine.RunAsync("/", "check", folder.File(file));

        Assert.Equal((exitCode, exitCode), (code, elsewhere.ExitCode));
        Assert.StartsWith(problem, output);
        Assert.EndsWith(summary, output);
        Assert.EndsWith(summary, elsewhere.Output);
    }

    [Fact]
    public async Task File_outside_a_content_folder_is_checked_alone()
    {
        folder.Write(
            "boat.md", "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\nquality: high\n---\n");
        folder.Write("crane.md", "");

        var (exitCode, output, _) = await CommandLine.RunAsync(folder.Path, "check", "boat.md");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("boat.md:5:10: quality \"high\" is not a number.", output);
        Assert.EndsWith("\n1 article, 1 error in 1 file.\n", output);
    }

    [Theory]
    [InlineData("content/none.md", "There is no file at content/none.md.")]
    [InlineData("content/README.md", "content/README.md is not the file of an article, a topic or an outlet")]
    public async Task File_that_is_no_article_is_reported(string file, string error)
    {
        WriteFaulty();
        folder.Write("content/README.md", "For maintainers.");

        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "check", file);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(error, errors);
    }

    [Fact]
    public async Task Missing_folder_is_reported()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "check", "nowhere");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^There is no content folder at .*nowhere", errors);
    }

    public void Dispose() => folder.Dispose();

    void WriteFaulty()
    {
        const string good = "publishedDateTime: 2026-08-14\nwebUrl: https://gazette.example";
        folder.Write("content/topics/00-ferries.yaml", "taxonomy: topic\n_id: ferries\nname: Ferries\n");
        folder.Write("content/a, b: 100%.md", $"---\ntitle: Boat\n{good}/boat\nexcerptt: Gone.\n---\n");
        folder.Write("content/same.md", $"---\ntitle: Boat\n{good}/boat/\n---\n");
        folder.Write("content/topic.md", $"---\ntitle: Crane\n{good}/crane\ntopics: [Feries]\n---\n");
        folder.Write("content/wrong.md", $"---\ntitle: Seal\n{good}/seal\nquality: high\n---\n");
    }
}
