using System.Text.Json.Serialization;

namespace Discord;

// Components that lay out a message and replace its content and embeds; the message must have MessageFlags.IsComponentsV2.
// At most DiscordLimits.Components of them, counted by Component.All, and DiscordLimits.DisplayedText characters of text.
// See https://discord.com/developers/docs/components/reference#component-object-component-types.

/// <summary>A frame around others, with a stripe at its side.</summary>
public sealed record Container : Component
{
    /// <summary>Any but another container.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>The stripe, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoiler { get; init; }
}

/// <summary>One to three texts beside a picture or a button.</summary>
public sealed record Section : Component
{
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>A <see cref="Thumbnail"/> or a <see cref="Button"/>. Discord refuses a section without one.</summary>
    public Component? Accessory { get; init; }
}

/// <summary>Markdown. In modals, too.</summary>
public sealed record TextDisplay : Component
{
    public string Content { get => field ?? ""; init; }
}

/// <summary>A small picture beside a <see cref="Section"/>.</summary>
public sealed record Thumbnail : Component
{
    public required Media Media { get; init; }

    /// <summary>For those who cannot see it, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoiler { get; init; }
}

/// <summary>One to ten pictures.</summary>
public sealed record MediaGallery : Component
{
    public IReadOnlyList<MediaGalleryItem> Items { get => field ?? []; init; }
}

public sealed record MediaGalleryItem
{
    public required Media Media { get; init; }
    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoiler { get; init; }
}

/// <param name="Url">http or https, or <c>attachment://</c> with the name of a file that comes along.</param>
public sealed record Media(string Url);

/// <summary>A file of the message, to be loaded from there. Discord calls it File, which here would pass for another.</summary>
public sealed record FileComponent : Component
{
    /// <summary>Only an <c>attachment://</c>.</summary>
    public required Media File { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spoiler { get; init; }

    /// <summary>Only in what arrives.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes. Only in what arrives.</summary>
    public int? Size { get; init; }
}

/// <summary>Room between two components.</summary>
public sealed record Separator : Component
{
    /// <summary>Whether a line is drawn; it is when this is absent.</summary>
    public bool? Divider { get; init; }

    public SeparatorSpacing? Spacing { get; init; }
}

public enum SeparatorSpacing
{
    Small = 1,
    Large = 2,
}
