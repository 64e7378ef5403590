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
