using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The commands of one <c>sh</c> block in a document, or of one step in a workflow.</summary>
/// <param name="Needs">What it takes to run them, from the comment above the block; null for nothing special.</param>
sealed partial record CommandBlock(string Commands, string? Needs)
{
    public static IEnumerable<CommandBlock> In(string markdown) =>
    [
        .. Block().Matches(markdown).Select(Of),
        .. WorkflowStep().Matches(markdown).Select(step => new CommandBlock(step.Groups["command"].Value, Needs: null)),
    ];

    static CommandBlock Of(Match block) =>
        new(block.Groups["commands"].Value, block.Groups["needs"] is { Success: true, Value: var needs } ? needs : null);

    [GeneratedRegex(
        """
        (?:^\ *<!--\ needs:\ (?<needs>[^\n]+?)\ -->\n\n?)?
        ^\ *```sh\n(?<commands>.*?)^\ *```
        """,
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Block();

    [GeneratedRegex("^ *- run: (?<command>dotnet run [^\n]+)", RegexOptions.Multiline)]
    private static partial Regex WorkflowStep();
}
