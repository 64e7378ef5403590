using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>A message that Discord sent. See https://discord.com/developers/docs/resources/message#message-object.</summary>
public sealed record Message
{
    public required Snowflake Id { get; init; }
    public required Snowflake ChannelId { get; init; }
    public string Content { get => field ?? ""; init; }
    public User? Author { get; init; }
    public DateTimeOffset Timestamp { get; init; }
    public IReadOnlyList<Embed> Embeds { get => field ?? []; init; }
    public IReadOnlyList<Component> Components { get => field ?? []; init; }
    public IReadOnlyList<Attachment> Attachments { get => field ?? []; init; }

    /// <summary>The value that the message was created with.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Nonce { get; init; }

    public MessageFlags Flags { get; init; }

    /// <summary>The thread that was started from this message.</summary>
    public Channel? Thread { get; init; }

    /// <summary>The interaction that this message responds to, if any.</summary>
    public MessageInteractionMetadata? InteractionMetadata { get; init; }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Default.Message);

    /// <exception cref="JsonException">It isn't a message.</exception>
    public static Message Parse(string json) => JsonSerializer.Deserialize(json, DiscordJson.Default.Message)!;
}

/// <summary>See https://discord.com/developers/docs/resources/message#message-interaction-metadata-object.</summary>
public sealed record MessageInteractionMetadata
{
    public required Snowflake Id { get; init; }
    public required InteractionType Type { get; init; }
}

/// <summary>See https://discord.com/developers/docs/resources/message#message-object-message-flags.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum MessageFlags
{
    None = 0,
    Crossposted = 1,
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the user of the interaction sees the message. Interaction responses only.</summary>
    Ephemeral = 1 << 6,

    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}
