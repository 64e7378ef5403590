using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The commands of the READMEs are promises.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Commands => [.. CommandsIn("README.md"), .. CommandsIn("content/README.md")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_works_as_it_stands(string arguments)
    {
        var (exitCode, output, errors) = await BotProcess.RunAsync(Checkout.Root, Argument().Matches(arguments).Select(match => match.Value.Trim('"')));

        Assert.True(exitCode == 0, errors);
        Assert.NotEmpty(output);
    }

    [Fact]
    public void The_two_commands_of_a_newcomer_stand_first()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

        Assert.Equal("dotnet run --project src/Bot\ndotnet test\n", ShellBlock().Match(readme.ReplaceLineEndings("\n")).Groups["commands"].Value);
    }

    static List<string> CommandsIn(string readme)
    {
        var commands = Command().Matches(File.ReadAllText(Path.Combine(Checkout.Root, readme))).Select(match => match.Groups["arguments"].Value.Trim()).ToList();
        Assert.NotEmpty(commands);
        return commands;
    }

    [GeneratedRegex(@"^dotnet run --project src/Bot -- (?<arguments>[^#\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
