namespace Discord;

/// <summary>
/// Somebody used a command, pressed a button or typed into an option.
/// The first answer must be sent within 3 seconds; <see cref="Token"/> is good for 15 minutes.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object.
/// </summary>
public sealed record Interaction
{
    public required Snowflake Id { get; init; }
    public required Snowflake ApplicationId { get; init; }
    public required InteractionType Type { get; init; }

    /// <summary>The right to answer. A secret: never printed.</summary>
    public required string Token { get; init; }

    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, in a private message.</summary>
    public User? User { get; init; }

    /// <summary>The message that carries the pressed component.</summary>
    public Message? Message { get; init; }

    /// <summary>What the bot may do in the channel.</summary>
    public Permissions AppPermissions { get; init; }

    /// <summary>The language of the user's client, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }
    public InteractionContextType? Context { get; init; }

    /// <summary>Bytes that one file of an answer may have.</summary>
    public int? AttachmentSizeLimit { get; init; }

    public override string ToString() =>
        $"{nameof(Interaction)} {{ {nameof(Id)} = {Id}, {nameof(Type)} = {Type}, {nameof(GuildId)} = {GuildId}, {nameof(ChannelId)} = {ChannelId} }}";
}

public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}
