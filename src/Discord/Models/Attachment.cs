using System.Text.Json.Serialization;

namespace Discord;

/// <summary>A file of a message, as it arrives. See https://discord.com/developers/docs/resources/message#attachment-object.</summary>
public sealed record Attachment
{
    public required Snowflake Id { get; init; }
    public string Filename { get => field ?? ""; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public int Size { get; init; }

    /// <summary>Signed, and good for about a day: Discord gives a fresh one with the message.</summary>
    public Uri? Url { get; init; }

    /// <summary>Pixels, of pictures and videos.</summary>
    public int? Height { get; init; }

    /// <summary>Pixels, of pictures and videos.</summary>
    public int? Width { get; init; }

    /// <summary>Gone after a while, as those of ephemeral messages and of modals.</summary>
    public bool Ephemeral { get; init; }
}

/// <summary>
/// A file that comes along with a message, or one that an edit leaves in place: those that it does not name are deleted.
/// See https://discord.com/developers/docs/reference#uploading-files.
/// </summary>
public sealed record MessageAttachment
{
    /// <summary>Of a file that is there already; new ones are numbered from 0.</summary>
    public Snowflake Id { get; init; }

    public string? Filename { get; init; }

    /// <summary>For those who cannot see it, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>Not shown before somebody asks for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSpoiler { get; init; }

    [JsonIgnore]
    internal ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>A new file.</summary>
    /// <param name="filename">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c> stay as they are; it is what <c>attachment://</c> names.</param>
    /// <param name="content">Must not change before the message was sent. Ten MiB as a rule; see <see cref="Interaction.AttachmentSizeLimit"/>.</param>
    public static MessageAttachment Upload(string filename, ReadOnlyMemory<byte> content) => new() { Filename = filename, Content = content };

    public static MessageAttachment Keep(Snowflake id) => new() { Id = id };

    /// <summary>Gives the new ones the numbers by which their parts of the request are found.</summary>
    internal static IReadOnlyList<MessageAttachment>? Numbered(IReadOnlyList<MessageAttachment>? attachments)
    {
        var next = 0UL;
        return attachments is null ? null : [.. attachments.Select(one => one.Content is null ? one : one with { Id = new(next++) })];
    }
}
