using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// A part of a message or of a modal. A type that is not listed here is read as a plain
/// <see cref="Component"/>, so that what Discord adds later breaks nothing.
/// See https://discord.com/developers/docs/components/reference.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ActionRow), (int)ComponentType.ActionRow)]
[JsonDerivedType(typeof(Button), (int)ComponentType.Button)]
[JsonDerivedType(typeof(StringSelect), (int)ComponentType.StringSelect)]
[JsonDerivedType(typeof(TextInput), (int)ComponentType.TextInput)]
[JsonDerivedType(typeof(UserSelect), (int)ComponentType.UserSelect)]
[JsonDerivedType(typeof(RoleSelect), (int)ComponentType.RoleSelect)]
[JsonDerivedType(typeof(MentionableSelect), (int)ComponentType.MentionableSelect)]
[JsonDerivedType(typeof(ChannelSelect), (int)ComponentType.ChannelSelect)]
[JsonDerivedType(typeof(Section), (int)ComponentType.Section)]
[JsonDerivedType(typeof(TextDisplay), (int)ComponentType.TextDisplay)]
[JsonDerivedType(typeof(Thumbnail), (int)ComponentType.Thumbnail)]
[JsonDerivedType(typeof(MediaGallery), (int)ComponentType.MediaGallery)]
[JsonDerivedType(typeof(FileComponent), (int)ComponentType.File)]
[JsonDerivedType(typeof(Separator), (int)ComponentType.Separator)]
[JsonDerivedType(typeof(Container), (int)ComponentType.Container)]
[JsonDerivedType(typeof(Label), (int)ComponentType.Label)]
[JsonDerivedType(typeof(FileUpload), (int)ComponentType.FileUpload)]
[JsonDerivedType(typeof(RadioGroup), (int)ComponentType.RadioGroup)]
[JsonDerivedType(typeof(CheckboxGroup), (int)ComponentType.CheckboxGroup)]
[JsonDerivedType(typeof(Checkbox), (int)ComponentType.Checkbox)]
public record Component
{
    /// <summary>Its number within the message; Discord gives those that are missing.</summary>
    public int? Id { get; init; }

    /// <summary>All components of a message or a modal, those within others included: it is they that Discord counts.</summary>
    public static IEnumerable<Component> All(IEnumerable<Component> components) =>
        components.SelectMany(component => All(component.Inner()).Prepend(component));

    IEnumerable<Component> Inner() => this switch
    {
        ActionRow row => row.Components,
        Container container => container.Components,
        Section { Accessory: { } accessory } section => section.Components.Append(accessory),
        Section section => section.Components,
        Label { Component: { } component } => [component],
        _ => [],
    };
}

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
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
    FileUpload = 19,
    RadioGroup = 21,
    CheckboxGroup = 22,
    Checkbox = 23,
}

/// <summary>Up to five buttons, or one select.</summary>
public sealed record ActionRow : Component
{
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    public static ActionRow Of(params IReadOnlyList<Component> components) => new() { Components = components };
}
