using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Articles.Files;

/// <summary>A YAML value and its place in the file.</summary>
/// <param name="Line">From 1, counted from the top of the file.</param>
/// <param name="Column">From 1.</param>
public abstract record FieldValue(int Line, int Column)
{
    /// <summary>What problem messages call such a value, with its article: <c>a list</c>.</summary>
    public abstract string Kind { get; }
}

/// <param name="Text">Without its quotes, escapes decoded.</param>
/// <param name="IsPlain">Whether it was written without quotes.</param>
public sealed record ScalarValue(int Line, int Column, string Text, bool IsPlain) : FieldValue(Line, Column)
{
    public override string Kind => "text";

    /// <summary>What YAML took for something other than text; null if nothing.</summary>
    public LostText? Lost { get; init; }

    /// <summary>YAML's null: an empty value, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

public sealed record ListValue(int Line, int Column, IReadOnlyList<FieldValue> Items) : FieldValue(Line, Column)
{
    public override string Kind => "a list";
}

/// <param name="Fields">In the file's order, each name once.</param>
public sealed record MapValue(int Line, int Column, IReadOnlyList<Field> Fields) : FieldValue(Line, Column)
{
    public override string Kind => "a group of fields";
}

/// <summary>A value that was reported and skipped, so that the rest of the file can be checked too.</summary>
public sealed record RefusedValue(int Line, int Column) : FieldValue(Line, Column)
{
    public override string Kind => "an alias";
}

/// <param name="Line">The name's line, from 1; the value has a place of its own.</param>
/// <param name="Column">The name's column, from 1.</param>
public sealed record Field(int Line, int Column, string Name, FieldValue Value);

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
