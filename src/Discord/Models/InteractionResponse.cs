using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// The initial response to an interaction.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object.
/// </summary>
public sealed record InteractionResponse
{
    public required InteractionResponseType Type { get; init; }
    public InteractionCallbackData? Data { get; init; }
}

/// <summary>
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type.
/// </summary>
public enum InteractionResponseType
{
    Pong = 1,
    ChannelMessageWithSource = 4,

    /// <summary>
    /// Shows "thinking…" until the bot edits the response, within 15 minutes. Discord honors only the flag
    /// <see cref="MessageFlags.Ephemeral"/>.
    /// </summary>
    DeferredChannelMessageWithSource = 5,

    /// <summary>Components only: acknowledges without showing anything; the bot edits the message later.</summary>
    DeferredUpdateMessage = 6,

    /// <summary>Components only: edits the message that contains the component.</summary>
    UpdateMessage = 7,

    ApplicationCommandAutocompleteResult = 8,

    /// <summary>Commands and components only.</summary>
    Modal = 9,
}

/// <summary>
/// A message, autocomplete choices, or a modal.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object.
/// </summary>
public sealed record InteractionCallbackData
{
    [JsonConverter(typeof(EmptyAsNullConverter))]
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>The components of a message or modal.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AttachmentsPerMessage"/>.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MessageFlags Flags { get; init; }

    /// <summary>Notifies nobody unless set. Not sent with choices or a modal.</summary>
    public AllowedMentions? AllowedMentions { get => field ?? (Choices is null && Title is null ? AllowedMentions.None : null); init; }

    /// <summary>At most <see cref="DiscordLimits.Choices"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Modal only: at most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public string? CustomId { get; init; }

    /// <summary>Modal only: at most <see cref="DiscordLimits.ModalTitle"/> characters.</summary>
    public string? Title { get; init; }

    /// <summary>The JSON that Discord receives.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Wire.InteractionCallbackData);
}
