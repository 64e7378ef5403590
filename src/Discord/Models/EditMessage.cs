using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// Changes to a message. Null leaves a part unchanged; an empty text or list removes it.
/// See https://discord.com/developers/docs/resources/message#edit-message.
/// </summary>
public sealed record EditMessage
{
    /// <summary>At most <see cref="DiscordLimits.MessageContent"/> characters.</summary>
    [JsonConverter(typeof(EmptyAsNullConverter))]
    public string? Content { get; init; }

    /// <summary>At most 10, with 6000 characters combined.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>New files, and all existing files to keep: Discord deletes the others.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    /// <summary>Notifies nobody unless set. Discord does not remember what the message was created with.</summary>
    public AllowedMentions AllowedMentions { get => field ?? AllowedMentions.None; init; }

    /// <summary>All flags that the message should have, not only those that change.</summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>The JSON that Discord receives.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Wire.EditMessage);
}
