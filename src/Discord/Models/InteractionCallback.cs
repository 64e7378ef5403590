namespace Discord;

/// <summary>
/// What has become of the first answer.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object.
/// </summary>
public sealed record InteractionCallbackResponse
{
    public required InteractionCallback Interaction { get; init; }

    /// <summary>Absent when the answer made or changed no message.</summary>
    public InteractionCallbackResource? Resource { get; init; }
}

/// <summary>The interaction that was answered.</summary>
public sealed record InteractionCallback
{
    public required Snowflake Id { get; init; }
    public InteractionType Type { get; init; }

    /// <summary>The message that is the answer, or that was changed.</summary>
    public Snowflake? ResponseMessageId { get; init; }

    /// <summary>Whether that message still says "thinking…".</summary>
    public bool? ResponseMessageLoading { get; init; }

    public bool? ResponseMessageEphemeral { get; init; }
}

/// <summary>What the answer made.</summary>
public sealed record InteractionCallbackResource
{
    public InteractionResponseType Type { get; init; }

    /// <summary>Of <see cref="InteractionResponseType.ChannelMessageWithSource"/> and <see cref="InteractionResponseType.UpdateMessage"/>.</summary>
    public Message? Message { get; init; }
}
