using System.Text.Json.Serialization;

namespace Discord.Models;

// Components that replace the content and embeds of a message. The message must have MessageFlags.IsComponentsV2.
// Component.All counts them for DiscordLimits.Components; their text counts toward DiscordLimits.DisplayedText.

/// <summary>
/// A frame with a colored stripe around other components.
/// See https://discord.com/developers/docs/components/reference#container.
/// </summary>
public sealed record Container : Component
{
    /// <summary>Any component except another container.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>The stripe, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }
}

/// <summary>One to three texts next to a picture or button. See https://discord.com/developers/docs/components/reference#section.</summary>
public sealed record Section : Component
{
    /// <summary>One to three <see cref="TextDisplay"/>s.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>A <see cref="Thumbnail"/> or <see cref="Button"/>. Required when sending.</summary>
    public Component? Accessory { get; init; }
}

/// <summary>Markdown, in a message or modal. See https://discord.com/developers/docs/components/reference#text-display.</summary>
public sealed record TextDisplay : Component
{
    public string Content { get => field ?? ""; init; }
}

/// <summary>A small picture in a <see cref="Section"/>. See https://discord.com/developers/docs/components/reference#thumbnail.</summary>
public sealed record Thumbnail : Component
{
    public required Media Media { get; init; }

    /// <summary>Alternative text, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }
}

/// <summary>
/// One to <see cref="DiscordLimits.MediaGalleryItems"/> pictures.
/// See https://discord.com/developers/docs/components/reference#media-gallery.
/// </summary>
public sealed record MediaGallery : Component
{
    public IReadOnlyList<MediaGalleryItem> Items { get => field ?? []; init; }
}

public sealed record MediaGalleryItem
{
    public required Media Media { get; init; }

    /// <summary>Alternative text, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoiler { get; init; }
}

/// <param name="Url">http, https, or <c>attachment://</c> with the name of an uploaded file.</param>
public sealed record Media(string Url);

/// <summary>
/// A file of the message to download. Discord names the type File, which would be mistaken for <see cref="System.IO.File"/>.
/// See https://discord.com/developers/docs/components/reference#file.
/// </summary>
public sealed record FileComponent : Component
{
    /// <summary>Must be an <c>attachment://</c> address.</summary>
    public required Media File { get; init; }
}

/// <summary>Space between two components. See https://discord.com/developers/docs/components/reference#separator.</summary>
public sealed record Separator : Component
{
    /// <summary>Whether to draw a line; true if absent.</summary>
    public bool? Divider { get; init; }

    /// <summary>Small if absent.</summary>
    public SeparatorSpacing? Spacing { get; init; }
}

public enum SeparatorSpacing
{
    Small = 1,
    Large = 2,
}
