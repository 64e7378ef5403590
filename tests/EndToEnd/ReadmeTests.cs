using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The commands of the READMEs are promises.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public static TheoryData<string> Commands => [.. CommandsIn("README.md"), .. CommandsIn("content/README.md")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_works_as_it_stands(string arguments)
    {
        // On a copy of the samples, since some commands write.
        CopyContent();
        if (arguments is "status" or "channels export")
            await BotProcess.RunAsync(folder.Path, "list", "--database", "news.db");

        var (exitCode, output, errors) = await BotProcess.RunAsync(folder.Path, Argument().Matches(arguments).Select(match => match.Value.Trim('"')));

        Assert.True(exitCode == 0, errors);
        Assert.NotEmpty(output + errors);
    }

    [Fact]
    public void The_workflow_to_paste_checks_with_annotations() =>
        Assert.Contains("check --format github", CommandsIn("content/README.md"));

    [Fact]
    public void The_two_commands_of_a_newcomer_stand_first()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

        Assert.Equal("dotnet run --project src/Bot\ndotnet test\n", ShellBlock().Match(readme.ReplaceLineEndings("\n")).Groups["commands"].Value);
    }

    public void Dispose() => folder.Dispose();

    void CopyContent()
    {
        var content = Path.Combine(Checkout.Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("content", Path.GetRelativePath(content, file)), File.ReadAllText(file));
    }

    static List<string> CommandsIn(string readme)
    {
        var commands = Command().Matches(File.ReadAllText(Path.Combine(Checkout.Root, readme))).Select(match => match.Groups["arguments"].Value.Trim()).ToList();
        Assert.NotEmpty(commands);
        return commands;
    }

    [GeneratedRegex(@"^(?: *- run: )?dotnet run --project src/Bot -- (?<arguments>[^#\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
