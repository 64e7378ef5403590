using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A question of a modal: a line of text above an input. See https://discord.com/developers/docs/components/reference#label.
/// </summary>
public sealed record Label : Component
{
    /// <summary>At most <see cref="DiscordLimits.LabelText"/> characters.</summary>
    [JsonPropertyName("label")]
    public string Text { get => field ?? ""; init; }

    /// <summary>At most <see cref="DiscordLimits.LabelDescription"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>A text input, select menu, file upload, radio group, checkbox group or checkbox.</summary>
    public Component? Component { get; init; }
}

/// <summary>
/// A text field. Must be inside a <see cref="Label"/>. See https://discord.com/developers/docs/components/reference#text-input.
/// </summary>
public sealed record TextInput : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>Required when sending; absent when received.</summary>
    public TextInputStyle? Style { get; init; }

    /// <summary>
    /// The initial text when sending, the member's text when received. At most <see cref="DiscordLimits.TextInput"/> characters.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Characters, from 0 to <see cref="DiscordLimits.TextInput"/>.</summary>
    public int? MinLength { get; init; }

    /// <summary>Characters, from 1 to <see cref="DiscordLimits.TextInput"/>.</summary>
    public int? MaxLength { get; init; }

    /// <summary>True if absent.</summary>
    public bool? Required { get; init; }
}

public enum TextInputStyle
{
    /// <summary>One line.</summary>
    Short = 1,

    /// <summary>Several lines.</summary>
    Paragraph = 2,
}

/// <summary>
/// Takes files; <see cref="ResolvedData.Attachments"/> has those that were uploaded. Must be inside a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#file-upload.
/// </summary>
public sealed record FileUpload : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>0 or more; 1 if absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most <see cref="DiscordLimits.FilesPerUpload"/>; 1 if absent.</summary>
    public int? MaxValues { get; init; }

    /// <summary>True if absent.</summary>
    public bool? Required { get; init; }

    /// <summary>Received only: the ids of the uploaded files.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
