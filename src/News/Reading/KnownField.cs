namespace News.Reading;

/// <summary>What a field holds.</summary>
enum FieldKind
{
    /// <summary>One line, in which HTML entities are decoded.</summary>
    Text,
    Date,
    Link,
    Number,
    Flag,

    /// <summary>A list of texts, or one text.</summary>
    Texts,

    /// <summary>Fields of its own.</summary>
    Group,

    /// <summary>A list of entries with fields of their own.</summary>
    Groups,

    /// <summary>Whatever the publisher puts there; never read.</summary>
    Opaque,
}

/// <summary>A field that files may have.</summary>
/// <param name="Description">For an editor's tooltip.</param>
/// <param name="Example">As it stands behind the field's name.</param>
sealed record KnownField(string Name, FieldKind Kind, string Description, string Example = "", bool IsRequired = false, FieldGroup? Group = null);

/// <summary>The fields that belong together: those of a file, or of an entry in one.</summary>
sealed record FieldGroup(params IReadOnlyList<KnownField> Fields)
{
    readonly Dictionary<string, KnownField> byName = Fields.ToDictionary(field => field.Name);

    public IEnumerable<string> Names => byName.Keys;

    public KnownField this[string name] => byName[name];

    public bool Has(string name) => byName.ContainsKey(name);
}
