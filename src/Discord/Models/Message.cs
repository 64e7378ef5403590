using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord;

/// <summary>A message as it arrives. See https://discord.com/developers/docs/resources/message#message-object.</summary>
public sealed record Message
{
    public required Snowflake Id { get; init; }
    public required Snowflake ChannelId { get; init; }
    public string Content { get => field ?? ""; init; }
    public User? Author { get; init; }
    public DateTimeOffset Timestamp { get; init; }
    public DateTimeOffset? EditedTimestamp { get; init; }
    public IReadOnlyList<Embed> Embeds { get => field ?? []; init; }
    public IReadOnlyList<Component> Components { get => field ?? []; init; }
    public IReadOnlyList<Attachment> Attachments { get => field ?? []; init; }

    /// <summary>What the message was created with.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Nonce { get; init; }

    public MessageFlags Flags { get; init; }

    /// <summary>What it answers or forwards, or the original of a crosspost.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>The thread that was started from it.</summary>
    public Channel? Thread { get; init; }

    /// <summary>What the message answers; null for one that answers no interaction.</summary>
    public MessageInteractionMetadata? InteractionMetadata { get; init; }
}

/// <summary>An interaction as its answers tell of it. See https://discord.com/developers/docs/resources/message#message-interaction-metadata-object.</summary>
public sealed record MessageInteractionMetadata
{
    public required Snowflake Id { get; init; }
    public required InteractionType Type { get; init; }

    /// <summary>Who caused it.</summary>
    public User? User { get; init; }
}

/// <summary>Another message. See https://discord.com/developers/docs/resources/message#message-reference-structure.</summary>
public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }

    /// <summary>False sends a reply as a plain message when what it answers is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}

/// <summary>A message to be sent. See https://discord.com/developers/docs/resources/message#create-message.</summary>
public sealed record CreateMessage
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AttachmentsPerMessage"/>.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    /// <summary>The message that this one replies to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>A name for this one message, at most <see cref="DiscordLimits.Nonce"/> characters.</summary>
    public string? Nonce { get; init; }

    /// <summary>
    /// With a nonce: a second message of the same name within a few minutes returns the first one,
    /// so that sending again after a lost answer does not post twice.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EnforceNonce { get; init; }

    /// <summary>Nobody is notified unless this says so.</summary>
    public AllowedMentions AllowedMentions { get => field ?? AllowedMentions.None; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MessageFlags Flags { get; init; }

    /// <summary>As it is sent to Discord.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Default.CreateMessage);
}

/// <summary>
/// What changes in a message: null leaves a part as it is, an empty text or list removes it.
/// See https://discord.com/developers/docs/resources/message#edit-message.
/// </summary>
public sealed record EditMessage
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>New files, and all old ones that shall stay.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    /// <summary>Nobody is notified unless this says so; Discord forgets what the message was created with.</summary>
    public AllowedMentions AllowedMentions { get => field ?? AllowedMentions.None; init; }

    /// <summary>All the flags that shall be set, not only those that change.</summary>
    public MessageFlags? Flags { get; init; }
}

/// <summary>See https://discord.com/developers/docs/resources/message#message-object-message-flags.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum MessageFlags
{
    None = 0,
    Crossposted = 1,
    IsCrosspost = 1 << 1,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,

    /// <summary>Only the invoking user sees it. Interactions only.</summary>
    Ephemeral = 1 << 6,

    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}
