namespace Discord.Models;

/// <summary>A file of a message that Discord sent. See https://discord.com/developers/docs/resources/message#attachment-object.</summary>
public sealed record Attachment
{
    public required Snowflake Id { get; init; }
    public string Filename { get => field ?? ""; init; }

    /// <summary>Alternative text.</summary>
    public string? Description { get; init; }

    /// <summary>Bytes.</summary>
    public int Size { get; init; }

    /// <summary>A signed address that expires after about a day; fetching the message returns a new one.</summary>
    public Uri? Url { get; init; }
}
