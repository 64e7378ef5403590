using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary><c>new</c>: an article's file, begun as it should be.</summary>
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
    public async Task The_file_has_its_name_from_the_day_and_the_title_and_passes_check()
    {
        var (exitCode, output, errors) = await NewAsync(
            "Seal: “closes” the slipway #2", "--url", "https://harbourgazette.example/seal", "--topic", "harbour",
            "--excerpt", "Two \"boats\" & a <seal>: waited.", "--provider", "the harbour gazette", "--published", "false");
        var (checkedCode, summary, _) = await BotProcess.RunAsync(folder.Path, "check", "--strict");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("^content/[0-9]{4}-[0-9]{2}-[0-9]{2}-seal-closes-the-slipway-2[.]md\n$", output);
        Assert.Equal((0, "2 articles, no problems.\n"), (checkedCode, summary));
        Approved.Text(Time().Replace(File.ReadAllText(folder.File(output.Trim())), "TIME"), "new.md.txt");
    }

    [Fact]
    public async Task Without_more_than_a_title_and_a_link_it_is_an_article_that_members_see()
    {
        var (_, path, _) = await NewAsync("Γλάρος in the harbour", "--url", "https://harbourgazette.example/glaros");
        var (_, listed, _) = await BotProcess.RunAsync(folder.Path, "list");

        Assert.EndsWith("-γλάρος-in-the-harbour.md\n", path);
        Assert.Contains("Γλάρος in the harbour", listed);
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_overwritten()
    {
        var (_, path, _) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal");
        var before = File.ReadAllText(folder.File(path.Trim()));

        var (exitCode, output, errors) = await NewAsync("Seal!", "--url", "https://harbourgazette.example/another");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"{path.Trim()} is there already. Edit it, or write another title.\n", errors);
        Assert.Equal(before, File.ReadAllText(folder.File(path.Trim())));
    }

    [Fact]
    public async Task A_topic_without_a_file_and_a_link_that_another_file_has_are_warned_of()
    {
        var (exitCode, _, topic) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal", "--topic", "Harbor");
        var (_, _, link) = await NewAsync("Seal again", "--url", "https://www.harbourgazette.example/seal/?utm_source=mail");
        var (_, _, old) = await NewAsync("Boat again", "--url", "https://harbourgazette.example/boat#top");

        Assert.Equal(0, exitCode);
        Assert.Contains("warning: There is no file for the topic Harbor. Did you mean Harbour?", topic);
        Assert.Matches("warning: This is the article of [0-9-]*-seal.md", link);
        Assert.Contains("warning: content/boat.md of 2026-08-14 has the same link.", old);
    }

    [Theory]
    [InlineData("seal")]
    [InlineData("ftp://harbourgazette.example/seal")]
    public async Task Where_the_link_is_none_nothing_is_written(string url)
    {
        var (exitCode, output, errors) = await NewAsync("Seal", "--url", url);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("is not a link. Write the whole address", errors);
        Assert.Equal(["boat.md"], Directory.EnumerateFiles(folder.File("content")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_write_into()
    {
        var (exitCode, _, errors) = await NewAsync("Seal", "--url", "https://harbourgazette.example/seal", "--content", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("There is no content folder at", errors);
    }

    public void Dispose() => folder.Dispose();

    Task<(int ExitCode, string Output, string Errors)> NewAsync(params string[] arguments) => BotProcess.RunAsync(folder.Path, ["new", .. arguments]);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")]
    private static partial Regex Time();
}
