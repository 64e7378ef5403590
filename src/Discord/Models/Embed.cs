namespace Discord;

/// <summary>
/// A card in a message. The limits are in <see cref="DiscordLimits"/>; links are http or https.
/// See https://discord.com/developers/docs/resources/message#embed-object.
/// </summary>
public sealed record Embed
{
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? Description { get; init; }

    /// <summary>The stripe at the side, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
    public EmbedAuthor? Author { get; init; }
    public EmbedFooter? Footer { get; init; }
    public EmbedMedia? Image { get; init; }
    public EmbedMedia? Thumbnail { get; init; }
    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

public sealed record EmbedAuthor
{
    public required string Name { get; init; }
    public string? Url { get; init; }
    public string? IconUrl { get; init; }
}

public sealed record EmbedFooter
{
    public required string Text { get; init; }
    public string? IconUrl { get; init; }
}

public sealed record EmbedMedia
{
    public required string Url { get; init; }
}

public sealed record EmbedField
{
    public required string Name { get; init; }
    public required string Value { get; init; }

    /// <summary>Stands beside its neighbours, up to three in a line.</summary>
    public bool Inline { get; init; }
}
