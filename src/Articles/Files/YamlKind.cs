using Articles.Text;

namespace Articles.Files;

/// <summary>How <see cref="YamlParser"/> treats one kind of file, and the words for its problems.</summary>
public sealed record YamlKind
{
    internal static YamlKind FrontMatter { get; } = new()
    {
        Name = "The front matter",
        Example = "one field per line, such as title: \"…\"",
        Advice = "Put text that contains : # [ { or quotes in double quotes, and indent with spaces.",
        Depth = TextLimits.FrontMatterDepth,
        DepthAdvice = "No article field needs that.",
    };

    /// <summary>What the text is; it begins a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>What to write at the top; it ends the sentence "Write ….".</summary>
    public required string Example { get; init; }

    /// <summary>A full sentence that follows "This is not valid YAML".</summary>
    public required string Advice { get; init; }

    /// <summary>How deep values may be nested; the fields at the top are at depth 1.</summary>
    public required int Depth { get; init; }

    /// <summary>A full sentence for values that are nested deeper.</summary>
    public required string DepthAdvice { get; init; }

    /// <summary>
    /// Whether anchors and tags are errors, and reading continues after an alias, so that all problems are reported at once.
    /// </summary>
    public bool IsStrict { get; init; }
}
