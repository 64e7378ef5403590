using System.Text.RegularExpressions;
using Bot.Commands;
using Desk.Channels;
using Shared;

namespace Bot.Tests.Examples;

/// <summary>The worked examples of docs/development.md: they stand in files that are compiled, and they work.</summary>
public sealed partial class DevelopmentDocumentTests
{
    [Theory]
    [InlineData("tests/Bot/Examples/PingCommand.cs")]
    [InlineData("src/Desk/Channels/ChannelRules.cs")]
    [InlineData("src/Desk/Channels/StoryRules.cs")]
    public void Document_quotes_the_file(string path)
    {
        var file = Trimmed(File.ReadAllText(Path.Combine(Checkout.Root, path)));

        Assert.Contains(Examples(), example => file.Contains(example, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_example_but_the_line_for_the_list_is_quoted_from_a_file()
    {
        string[] files = ["tests/Bot/Examples/PingCommand.cs", "src/Desk/Channels/ChannelRules.cs", "src/Desk/Channels/StoryRules.cs"];
        var sources = files.Select(path => Trimmed(File.ReadAllText(Path.Combine(Checkout.Root, path)))).ToList();

        Assert.Equal(
            [".Command<PingCommand>()"],
            Examples().Where(example => !sources.Any(source => source.Contains(example, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Command_is_registered_and_answers()
    {
        await using var newsroom = await Newsroom.OpenAsync(services => services.Command<PingCommand>());

        var answer = await newsroom.RunAsync("/ping");

        Assert.Equal("Pong, 12:00:00 UTC.", answer.Content);
        Assert.Contains(newsroom.Get<CommandCatalog>().Specs, spec => spec.Name == "ping");
    }

    [Fact]
    public async Task Button_of_the_command_replaces_its_answer()
    {
        await using var newsroom = await Newsroom.OpenAsync(services => services.Command<PingCommand>());

        var again = await newsroom.PressAsync(await newsroom.RunAsync("/ping"), "Again");

        Assert.Equal("Pong, 12:00:00 UTC.", again.Content);
        Assert.True(again.Replaces);
    }

    [Fact]
    public void Rule_is_the_one_that_the_document_shows()
    {
        var rule = RuleFields.All.Of("least-outlets")!;

        Assert.Contains(
            Examples(),
            example => example.Contains($"Name = \"{rule.Name}\", Label = \"{rule.Label}\"", StringComparison.Ordinal));
        Assert.Equal(new() { LeastOutlets = 3 }, rule.Read(ChannelRules.Default, "3", out _));
    }

    /// <summary>Without indentation, which differs between the document and the file.</summary>
    static string Trimmed(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    static List<string> Examples()
    {
        var document = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "development.md")).ReplaceLineEndings("\n");
        return [.. Example().Matches(document).Select(match => Trimmed(match.Groups["code"].Value.TrimEnd('\n')))];
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
