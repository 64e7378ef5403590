using System.Text.RegularExpressions;

namespace Articles.Files;

/// <summary>Problems that differ only in the values they quote: a thousand of them usually have one cause.</summary>
/// <param name="Text">Their message, without the values.</param>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed partial record ProblemKind(string Text, ContentProblem First, int Count)
{
    /// <summary>In the order of the first ones.</summary>
    public static IReadOnlyList<ProblemKind> Of(IEnumerable<ContentProblem> problems) =>
        [.. problems.GroupBy(KeyOf).Select(kind => new ProblemKind(kind.Key.Text, kind.First(), kind.Count()))];

    /// <summary>Tells kinds apart.</summary>
    public static (ContentSeverity Severity, string Text) KeyOf(ContentProblem problem) =>
        (problem.Severity, Values().Replace(problem.Message, "…"));

    // What is in quotes, addresses and names of files, and numbers.
    [GeneratedRegex("\"[^\"]*\"|\\S+[./]\\w\\S*|\\d+")]
    private static partial Regex Values();
}
