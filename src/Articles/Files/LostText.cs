using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Articles.Files;

/// <summary>The part of a text without quotes that YAML takes for something else: <c>title: Crew #4 wins</c> is only Crew.</summary>
/// <param name="Written">The part, as it is written.</param>
/// <param name="Kind">What YAML takes it for, with its article: <c>a YAML comment</c>.</param>
/// <param name="MayBeRemark">Whether it can be meant as a comment: it starts with # and a space.</param>
public sealed record LostText(string Written, string Kind, bool MayBeRemark = false)
{
    const int Shown = 40;

    /// <summary>Tags of YAML itself, such as <c>!!str</c>, are written by programs and lose nothing.</summary>
    const string YamlTags = "tag:yaml.org,2002:";

    static readonly string[] YamlTypes = ["str", "int", "float", "bool", "null", "timestamp", "binary"];

    /// <summary>The part as it is shown in a message.</summary>
    public string Excerpt => Written.Length <= Shown ? Written : Written[..(Shown - 3)] + "...";

    /// <param name="yaml">The text in which the scalar was found.</param>
    internal static LostText? Of(Scalar scalar, string yaml)
    {
        if (!scalar.Tag.IsEmpty && !IsKnown(scalar.Tag.Value))
            return new(TagAt(scalar, yaml), "a YAML tag");
        if (!scalar.Anchor.IsEmpty)
            return new($"&{scalar.Anchor.Value}", "a YAML anchor");
        return scalar.Style is ScalarStyle.Plain && CommentAfter(scalar, yaml) is { } comment
            ? new(comment, "a YAML comment", comment is ['#', ' ' or '\t', ..])
            : null;
    }

    static bool IsKnown(string tag) =>
        tag.StartsWith(YamlTags, StringComparison.Ordinal) && YamlTypes.Contains(tag[YamlTags.Length..]);

    /// <summary>As it is written in the file; the parser expands <c>!!x</c>.</summary>
    static string TagAt(Scalar scalar, string yaml)
    {
        var written = yaml.AsSpan((int)Math.Min(scalar.Start.Index, yaml.Length));
        var end = written.IndexOfAny(" \t\n");
        return written.StartsWith("!") ? (end < 0 ? written : written[..end]).ToString() : scalar.Tag.Value;
    }

    /// <summary>The comment on the line on which the text ends.</summary>
    static string? CommentAfter(Scalar scalar, string yaml)
    {
        var rest = yaml.AsSpan((int)Math.Min(scalar.End.Index, yaml.Length)).TrimStart(" \t");
        if (!rest.StartsWith("#"))
            return null;
        var length = rest.IndexOf('\n');
        return (length < 0 ? rest : rest[..length]).TrimEnd().ToString();
    }
}
