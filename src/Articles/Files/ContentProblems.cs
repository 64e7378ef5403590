using System.Text.RegularExpressions;
using Articles.Text;

namespace Articles.Files;

/// <summary>A place in a file.</summary>
/// <param name="Line">From 1, counted from the top of the file.</param>
/// <param name="Column">From 1.</param>
public readonly record struct TextPlace(int Line, int Column);

public enum ContentSeverity
{
    /// <summary>The file can't be used as it is.</summary>
    Error,

    /// <summary>The file is used, but probably not as it was meant.</summary>
    Warning,
}

/// <summary>Something a maintainer should fix: what is wrong, which value, and what to write instead.</summary>
/// <param name="Path">The file's path below the content folder.</param>
/// <param name="Line">From 1, counted from the top of the file.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">One or two full sentences on one line.</param>
public sealed record ContentProblem(string Path, int Line, int Column, string Message, ContentSeverity Severity = ContentSeverity.Error)
{
    /// <summary>The path of a problem of the whole content folder.</summary>
    public const string WholeFolder = ".";

    /// <summary>The same problem with a path that includes the content folder's, so that an editor can open it.</summary>
    public ContentProblem In(string folder) => this with { Path = System.IO.Path.Join(folder, Path) };

    /// <summary><c>path:line:column: message</c>, which editors turn into a link.</summary>
    public override string ToString() =>
        OneLine.Of($"{Path}:{Line}:{Column}: {(Severity is ContentSeverity.Warning ? "warning: " : "")}{Message}");
}

/// <summary>
/// Collects the problems of one file. After <see cref="TextLimits.ProblemsTold"/> of them it only counts: a file with a thousand
/// problems has one cause.
/// </summary>
/// <param name="path">What the problems call the file.</param>
public sealed class ContentProblems(string path)
{
    readonly List<ContentProblem> listed = [];
    int unlisted;

    public bool HaveErrors { get; private set; }

    /// <summary>Errors and warnings, including those that are only counted.</summary>
    public int Count => listed.Count + unlisted;

    /// <summary>Whether further problems are only counted.</summary>
    public bool AreFull => listed.Count >= TextLimits.ProblemsTold;

    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    public void Error(int line, int column, string message)
    {
        HaveErrors = true;
        Add(line, column, message, ContentSeverity.Error);
    }

    /// <inheritdoc cref="Error"/>
    public void Warning(int line, int column, string message) => Add(line, column, message, ContentSeverity.Warning);

    internal bool AnyAt(int line, int column) => listed.Exists(problem => problem.Line == line && problem.Column == column);

    /// <summary>In the file's order; the last one says how many are only counted.</summary>
    public IReadOnlyList<ContentProblem> All()
    {
        if (listed is [])
            return [];
        var all = listed.OrderBy(problem => (problem.Line, problem.Column)).ToList();
        if (unlisted > 0)
        {
            var more = unlisted == 1 ? "There is one more problem." : $"There are {unlisted} more problems.";
            var severity = HaveErrors ? ContentSeverity.Error : ContentSeverity.Warning;
            all.Add(new(path, all[^1].Line, all[^1].Column, $"{more} Fix these first.", severity));
        }

        return all;
    }

    void Add(int line, int column, string message, ContentSeverity severity)
    {
        if (AreFull)
            unlisted++;
        else
            listed.Add(new(path, line, column, message, severity));
    }
}

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
