namespace Discord.Models;

/// <summary>
/// A card in a message. <see cref="DiscordLimits"/> has the limits; links must be http or https.
/// See https://discord.com/developers/docs/resources/message#embed-object.
/// </summary>
public sealed record Embed
{
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? Description { get; init; }

    /// <summary>The stripe on the left, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
    public EmbedAuthor? Author { get; init; }
    public EmbedFooter? Footer { get; init; }
    public EmbedImage? Image { get; init; }
    public EmbedImage? Thumbnail { get; init; }
}

public sealed record EmbedAuthor
{
    public required string Name { get; init; }
    public string? IconUrl { get; init; }
}

public sealed record EmbedFooter
{
    public required string Text { get; init; }
}

public sealed record EmbedImage
{
    /// <summary>http, https, or <c>attachment://</c> with the name of an uploaded file.</summary>
    public required string Url { get; init; }

    /// <summary>Alternative text, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }
}
