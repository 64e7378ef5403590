namespace Discord.Models;

/// <summary>
/// What posts messages to a channel from elsewhere: a program, or an announcement channel that the channel follows.
/// See https://discord.com/developers/docs/resources/webhook#webhook-object.
/// </summary>
public sealed record Webhook
{
    public required Snowflake Id { get; init; }

    public WebhookType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>The announcement channel that is followed; null if its guild no longer lets whoever followed it see it.</summary>
    public WebhookSource? SourceChannel { get; init; }
}

/// <summary>Types that Discord adds later keep their number.</summary>
public enum WebhookType
{
    Incoming = 1,
    ChannelFollower = 2,
    Application = 3,
}

/// <summary>A channel of another guild, as far as a webhook says.</summary>
public sealed record WebhookSource
{
    public required Snowflake Id { get; init; }

    public string? Name { get; init; }
}
