using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A part of a message or modal. A type that is not listed here is read as a plain <see cref="Component"/>, so new types break nothing.
/// See https://discord.com/developers/docs/components/reference.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ActionRow), (int)ComponentType.ActionRow)]
[JsonDerivedType(typeof(Button), (int)ComponentType.Button)]
[JsonDerivedType(typeof(StringSelect), (int)ComponentType.StringSelect)]
[JsonDerivedType(typeof(TextInput), (int)ComponentType.TextInput)]
[JsonDerivedType(typeof(RoleSelect), (int)ComponentType.RoleSelect)]
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
    /// <summary>The component's number within its message. Discord assigns those that are missing.</summary>
    public int? Id { get; init; }

    /// <summary>All components of a message or modal including nested ones, which count toward Discord's limits.</summary>
    public static IEnumerable<Component> All(IEnumerable<Component> components) =>
        components.SelectMany(component => All(component.Children()).Prepend(component));

    IEnumerable<Component> Children() => this switch
    {
        ActionRow row => row.Components,
        Container container => container.Components,
        Section { Accessory: { } accessory } section => section.Components.Append(accessory),
        Section section => section.Components,
        Label { Component: { } component } => [component],
        _ => [],
    };
}

/// <summary>See https://discord.com/developers/docs/components/reference#component-object-component-types.</summary>
enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    RoleSelect = 6,
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

/// <summary>
/// Up to <see cref="DiscordLimits.ButtonsPerRow"/> buttons, or one select menu.
/// See https://discord.com/developers/docs/components/reference#action-row.
/// </summary>
public sealed record ActionRow : Component
{
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    public static ActionRow Of(params IReadOnlyList<Component> components) => new() { Components = components };
}
