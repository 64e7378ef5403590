using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// The first answer to an interaction.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction.
/// </summary>
public sealed record InteractionResponse
{
    public required InteractionResponseType Type { get; init; }
    public InteractionCallbackData? Data { get; init; }
}

public enum InteractionResponseType
{
    Pong = 1,
    ChannelMessageWithSource = 4,

    /// <summary>"Thinking…", to be edited within 15 minutes. Of its flags only <see cref="MessageFlags.Ephemeral"/> counts.</summary>
    DeferredChannelMessageWithSource = 5,

    /// <summary>Components only: the message will be edited later, and nothing is shown meanwhile.</summary>
    DeferredUpdateMessage = 6,

    /// <summary>Components only: edits the message that carries the component.</summary>
    UpdateMessage = 7,

    ApplicationCommandAutocompleteResult = 8,

    /// <summary>Commands and components only.</summary>
    Modal = 9,
}

/// <summary>A message, the suggestions of an option, or a modal.</summary>
public sealed record InteractionCallbackData
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Of a message or of a modal.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AttachmentsPerMessage"/>.</summary>
    public IReadOnlyList<MessageAttachment>? Attachments { get; init => field = MessageAttachment.Numbered(value); }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MessageFlags Flags { get; init; }

    /// <summary>Nobody is notified unless this says so; suggestions and modals have none.</summary>
    public AllowedMentions? AllowedMentions { get => field ?? (Choices is null && Title is null ? AllowedMentions.None : null); init; }

    /// <summary>At most <see cref="DiscordLimits.Choices"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    public string? CustomId { get; init; }
    public string? Title { get; init; }

    /// <summary>As it is sent to Discord.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiscordJson.Default.InteractionCallbackData);
}
