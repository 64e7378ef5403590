namespace Discord.Models;

/// <summary>
/// A member used a command, pressed a button, submitted a modal, or is typing an option.
/// The bot must respond within 3 seconds. <see cref="Token"/> is valid for 15 minutes.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object.
/// </summary>
public sealed record Interaction
{
    public required Snowflake Id { get; init; }
    public required Snowflake ApplicationId { get; init; }
    public required InteractionType Type { get; init; }

    /// <summary>Permits responses to this interaction. A secret: never printed.</summary>
    public required string Token { get; init; }

    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>The member who acted, if it happened in a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>The user who acted, if it happened in a direct message.</summary>
    public User? User { get; init; }

    /// <summary>The message that contains the component.</summary>
    public Message? Message { get; init; }

    /// <summary>
    /// By <see cref="ApplicationIntegrationType"/>, as a number, the servers and people whose installations allow the interaction.
    /// </summary>
    public IReadOnlyDictionary<string, Snowflake> AuthorizingIntegrationOwners
    {
        get => field ?? new Dictionary<string, Snowflake>();
        init;
    }

    /// <summary>Whether the app is here only because the person installed it for themselves.</summary>
    public bool IsByUserInstallation => AuthorizingIntegrationOwners.ContainsKey("1") && !AuthorizingIntegrationOwners.ContainsKey("0");

    /// <summary>The permissions of the bot in the channel.</summary>
    public Permissions AppPermissions { get; init; }

    /// <summary>The language of the user's client, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The maximum size of a file in a response, in bytes.</summary>
    public int? AttachmentSizeLimit { get; init; }

    public override string ToString() =>
        $"{nameof(Interaction)} {{ {nameof(Id)} = {Id}, {nameof(Type)} = {Type}, "
        + $"{nameof(GuildId)} = {GuildId}, {nameof(ChannelId)} = {ChannelId} }}";
}

/// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type.</summary>
public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}
