using System.Text.Json.Serialization;

namespace Discord;

/// <summary>One question of a modal: a line of text above the component that takes the answer.</summary>
public sealed record Label : Component
{
    [JsonPropertyName("label")]
    public string Text { get => field ?? ""; init; }

    public string? Description { get; init; }
    public Component? Component { get; init; }
}

/// <summary>Where text is typed; comes back with its <see cref="Value"/>. Must stand in a <see cref="Label"/>.</summary>
public sealed record TextInput : Component
{
    public required string CustomId { get; init; }

    /// <summary>Never in what comes back.</summary>
    public TextInputStyle? Style { get; init; }

    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public bool? Required { get; init; }
}

public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}
