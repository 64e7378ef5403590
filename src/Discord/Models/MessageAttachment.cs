using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A file to upload with a message, or one that an edit keeps: an edit with attachments deletes every file that it does not list.
/// See https://discord.com/developers/docs/reference#uploading-files.
/// </summary>
public sealed record MessageAttachment
{
    /// <summary>The id of an existing file. New files are numbered from 0.</summary>
    public Snowflake Id { get; init; }

    public string? Filename { get; init; }

    /// <summary>Alternative text, at most <see cref="DiscordLimits.MediaDescription"/> characters.</summary>
    public string? Description { get; init; }

    [JsonIgnore]
    internal ReadOnlyMemory<byte>? Content { get; init; }

    /// <param name="filename">
    /// What <c>attachment://</c> refers to. Discord replaces characters other than letters, digits, <c>_</c>, <c>-</c> and <c>.</c>
    /// </param>
    /// <param name="content">
    /// Must not change until the message is sent. The usual limit is 10 MiB; see <see cref="Interaction.AttachmentSizeLimit"/>.
    /// </param>
    public static MessageAttachment Upload(string filename, ReadOnlyMemory<byte> content) =>
        new() { Filename = filename, Content = content };

    /// <summary>A file that an edit leaves in the message.</summary>
    public static MessageAttachment Keep(Snowflake id) => new() { Id = id };

    /// <summary>Gives new files the numbers that connect them with their parts of the multipart request.</summary>
    internal static IReadOnlyList<MessageAttachment>? Numbered(IReadOnlyList<MessageAttachment>? attachments)
    {
        var next = 0UL;
        return attachments is null ? null : [.. attachments.Select(one => one.Content is null ? one : one with { Id = new(next++) })];
    }
}
