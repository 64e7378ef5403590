using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>A message to send. See https://discord.com/developers/docs/resources/message#create-message.</summary>
public sealed record CreateMessage
{
    /// <summary>At most <see cref="DiscordLimits.MessageContent"/> characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, with 6000 characters combined.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AttachmentsPerMessage"/>.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    /// <summary>Identifies this message; at most <see cref="DiscordLimits.Nonce"/> characters.</summary>
    public string? Nonce { get; init; }

    /// <summary>
    /// Makes Discord return the existing message if one with the same nonce was sent in the last few minutes, so that a retry after a
    /// lost response does not post twice.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EnforceNonce { get; init; }

    /// <summary>Notifies nobody unless set.</summary>
    public AllowedMentions AllowedMentions { get => field ?? AllowedMentions.None; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MessageFlags Flags { get; init; }

    /// <summary>The JSON that Discord receives.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Wire.CreateMessage);

    /// <summary>The same in UTF-8, whose length <see cref="DiscordLimits.MessageBytes"/> limits.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Wire.CreateMessage);
}
