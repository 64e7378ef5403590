namespace News.Reading;

/// <summary>What tells one kind of YAML file from another before anyone reads its fields.</summary>
sealed record YamlKind
{
    public static YamlKind FrontMatter { get; } = new()
    {
        Name = "The front matter",
        Example = "one field a line, such as title: \"…\"",
        Advice = "Put text that holds : # [ { or quotes in double quotes, and indent with spaces.",
        Depth = ContentLimits.FrontMatterDepth,
        Depths = "No field of an article needs that.",
    };

    /// <summary>Begins a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Ends a sentence: what is written at the top of it.</summary>
    public required string Example { get; init; }

    /// <summary>A sentence for what is not valid YAML.</summary>
    public required string Advice { get; init; }

    public required int Depth { get; init; }

    /// <summary>A sentence for what is nested deeper.</summary>
    public required string Depths { get; init; }

    /// <summary>Whether anchors and tags are errors, and what follows an alias is read nevertheless, so that all is told at once.</summary>
    public bool IsStrict { get; init; }
}
