using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>A Markdown document of the repository.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
sealed partial record Document(string Path)
{
    /// <summary>All but articles, and what packages and builds bring along.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory.EnumerateFiles(Checkout.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
            .Where(path => !OtherFolder().IsMatch(path) && !Article().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new Document(path)),
    ];

    public string Text => field ??= File.ReadAllText(System.IO.Path.Combine(Checkout.Root, Path)).ReplaceLineEndings("\n");

    public IEnumerable<CommandBlock> Commands => CommandBlock.In(Text);

    /// <summary>The targets of links and pictures in the repository. What is written as code is not a link.</summary>
    public IEnumerable<string> Links => Link().Matches(InlineCode().Replace(Prose, ""))
        .Select(link => link.Groups["target"].Value)
        .Where(target => !target.Contains(':', StringComparison.Ordinal));

    /// <summary>The names of source files that it mentions.</summary>
    public IEnumerable<string> SourceFiles => SourceFile().Matches(Prose).Select(match => match.Groups["name"].Value);

    /// <summary>Whether a link can lead to this heading, by the name that GitHub gives it.</summary>
    public bool HasAnchor(string anchor) => Heading().Matches(Prose)
        .Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))
        .Contains(anchor);

    string Prose => CodeBlock().Replace(Text, "");

    [GeneratedRegex("(^|/)(bin|obj|node_modules|TestResults|[.]git)/")]
    private static partial Regex OtherFolder();

    [GeneratedRegex("^content/(?!README[.]md$)")]
    private static partial Regex Article();

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?:[\w.-]+/)*(?<name>[\w.-]+\.cs)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
