using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>new</c>: creates the file of an article.</summary>
[Trait("Engine", "SQLite")]
public sealed partial class NewTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public NewTests()
    {
        folder.Write("content/topics/00-harbour.yaml", "taxonomy: topic\n_id: harbour\nname: Harbour\n");
        folder.Write("content/boat.md", """
            ---
            title: Boat
            publishedDateTime: 2026-08-14
            webUrl: https://harbourgazette.example/boat
            provider: { name: The Harbour Gazette, domain: harbourgazette.example }
            ---
            """);
    }

    [Fact]
    public async Task File_is_named_for_the_day_and_the_title_and_passes_check()
    {
        var (exitCode, output, errors) = await NewAsync(
            "Seal: “closes” the slipway #2", "--url", "https://harbourgazette.example/seal", "--topic", "harbour",
            "--excerpt", "Two \"boats\" & a <seal>: waited.", "--provider", "the harbour gazette");
        var (checkedCode, summary, _) = await CommandLine.RunAsync(folder.Path, "check", "--strict");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("^content/[0-9]{4}-[0-9]{2}-[0-9]{2}-seal-closes-the-slipway-2[.]md\n$", output);
        Assert.Equal((0, "2 articles, no problems.\n"), (checkedCode, summary));
        Approved.Text(Time().Replace(File.ReadAllText(folder.File(output.Trim())), "TIME"), "new.md.txt");
    }

    [Fact]
    public async Task Title_and_link_are_enough_for_an_article_that_members_see()
    {
        string[] given = ["Γλάρος in the harbour", "--url", "https://harbourgazette.example/glaros", "--published", "true"];
        var (_, path, _) = await NewAsync(given);
        var (_, listed, _) = await CommandLine.RunAsync(folder.Path, "list");

        Assert.EndsWith("-γλάρος-in-the-harbour.md\n", path);
        Assert.Contains("Γλάρος in the harbour", listed);
    }

    [Fact]
    public async Task New_article_is_held_back_until_somebody_publishes_it()
    {
        var (_, path, _) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal");
        var (_, listed, _) = await CommandLine.RunAsync(folder.Path, "list");

        Assert.Contains("published: false\n", File.ReadAllText(folder.File(path.Trim())));
        Assert.DoesNotContain("Seal", listed);
    }

    [Fact]
    public async Task Existing_file_is_never_overwritten()
    {
        var (_, path, _) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal");
        var before = File.ReadAllText(folder.File(path.Trim()));

        var (exitCode, output, errors) = await NewAsync("Seal!", "--url", "https://harbourgazette.example/another");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"{path.Trim()} already exists. Edit it, or choose another title.\n", errors);
        Assert.Equal(before, File.ReadAllText(folder.File(path.Trim())));
    }

    [Fact]
    public async Task Topic_without_a_file_and_link_of_another_article_are_warnings()
    {
        var (exitCode, _, topic) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal", "--topic", "Harbor");
        var (_, _, link) = await NewAsync("Seal again", "--url", "https://www.harbourgazette.example/seal/?utm_source=mail");
        var (_, _, old) = await NewAsync("Boat again", "--url", "https://harbourgazette.example/boat#top");

        Assert.Equal(0, exitCode);
        Assert.Contains("warning: There is no file for the topic \"Harbor\". Did you mean Harbour?", topic);
        Assert.Matches("warning: This is the same article as [0-9-]*-seal.md", link);
        Assert.Contains("warning: content/boat.md from 2026-08-14 has the same link.", old);
    }

    [Theory]
    [InlineData("seal")]
    [InlineData("ftp://harbourgazette.example/seal")]
    public async Task Invalid_link_writes_nothing(string url)
    {
        var (exitCode, output, errors) = await NewAsync("Seal", "--url", url);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("is not a link. Write the full address", errors);
        Assert.Equal(["boat.md"], Directory.EnumerateFiles(folder.File("content")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Missing_folder_is_reported()
    {
        var (exitCode, _, errors) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal", "--content", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("There is no content folder at", errors);
    }

    public void Dispose() => folder.Dispose();

    Task<(int ExitCode, string Output, string Errors)> NewAsync(params string[] arguments) =>
        CommandLine.RunAsync(folder.Path, ["new", .. arguments]);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")]
    private static partial Regex Time();
}
