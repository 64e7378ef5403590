using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// A part of a message that can be pressed or chosen. A type that is not listed here is read as a plain
/// <see cref="Component"/>, so that what Discord adds later breaks nothing.
/// See https://discord.com/developers/docs/components/reference.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ActionRow), (int)ComponentType.ActionRow)]
[JsonDerivedType(typeof(Button), (int)ComponentType.Button)]
[JsonDerivedType(typeof(StringSelect), (int)ComponentType.StringSelect)]
[JsonDerivedType(typeof(TextInput), (int)ComponentType.TextInput)]
[JsonDerivedType(typeof(Label), (int)ComponentType.Label)]
public record Component;

public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Label = 18,
}

/// <summary>Up to five buttons, or one select.</summary>
public sealed record ActionRow : Component
{
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    public static ActionRow Of(params IReadOnlyList<Component> components) => new() { Components = components };
}

public sealed record Button : Component
{
    public required ButtonStyle Style { get; init; }
    public string? Label { get; init; }
    public Emoji? Emoji { get; init; }

    /// <summary>What comes back when the button is pressed. Not for a link.</summary>
    public string? CustomId { get; init; }

    /// <summary>Where a link leads, at most <see cref="DiscordLimits.ButtonUrl"/> characters.</summary>
    public string? Url { get; init; }

    public bool Disabled { get; init; }
}

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens <see cref="Button.Url"/> and sends no interaction.</summary>
    Link = 5,

    Premium = 6,
}

/// <summary>A Unicode emoji by its <see cref="Name"/>, or a guild's own by its <see cref="Id"/>.</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
}

public sealed record StringSelect : Component
{
    public required string CustomId { get; init; }
    public IReadOnlyList<SelectOption> Options { get => field ?? []; init; }
    public string? Placeholder { get; init; }
    public int? MinValues { get; init; }
    public int? MaxValues { get; init; }
    public bool Disabled { get; init; }
}

public sealed record SelectOption
{
    public required string Label { get; init; }
    public required string Value { get; init; }
    public string? Description { get; init; }
    public Emoji? Emoji { get; init; }

    /// <summary>Chosen before anybody chooses.</summary>
    public bool Default { get; init; }
}
