namespace News.Reading;

/// <summary>A value in the front matter, with its place in the file (line and column from 1).</summary>
abstract record FieldValue(int Line, int Column)
{
    public abstract string Kind { get; }
}

sealed record ScalarValue(int Line, int Column, string Text, bool IsPlain) : FieldValue(Line, Column)
{
    public override string Kind => "text";

    /// <summary>YAML writes nothing as nothing, <c>~</c> or <c>null</c>, unquoted.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

sealed record ListValue(int Line, int Column, IReadOnlyList<FieldValue> Items) : FieldValue(Line, Column)
{
    public override string Kind => "a list";
}

sealed record MapValue(int Line, int Column, IReadOnlyList<Field> Fields) : FieldValue(Line, Column)
{
    public override string Kind => "a group of fields";
}

/// <summary>What could not be taken, and was told; what follows it is read nevertheless.</summary>
sealed record RefusedValue(int Line, int Column) : FieldValue(Line, Column)
{
    public override string Kind => "an alias";
}

sealed record Field(int Line, int Column, string Name, FieldValue Value);
