using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// One question of a modal: a line of text above the component that takes the answer.
/// See https://discord.com/developers/docs/components/reference#label.
/// </summary>
public sealed record Label : Component
{
    /// <summary>At most <see cref="DiscordLimits.LabelText"/> characters.</summary>
    [JsonPropertyName("label")]
    public string Text { get => field ?? ""; init; }

    /// <summary>At most <see cref="DiscordLimits.LabelDescription"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>A text input, a select, a file upload, or one of those to tick.</summary>
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

/// <summary>
/// Where files are dropped; those that came are in <see cref="ResolvedData.Attachments"/>. Must stand in a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#file-upload.
/// </summary>
public sealed record FileUpload : Component
{
    public required string CustomId { get; init; }

    /// <summary>From 0, and 1 when it is absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>Up to <see cref="DiscordLimits.FilesPerUpload"/>, and 1 when it is absent.</summary>
    public int? MaxValues { get; init; }

    /// <summary>True when it is absent.</summary>
    public bool? Required { get; init; }

    /// <summary>The ids of the files that came. Never in what is sent.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
