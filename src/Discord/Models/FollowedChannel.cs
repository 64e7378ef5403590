namespace Discord;

/// <summary>Where the posts of a followed channel arrive. See https://discord.com/developers/docs/resources/channel#followed-channel-object.</summary>
public sealed record FollowedChannel
{
    public required Snowflake ChannelId { get; init; }
    public required Snowflake WebhookId { get; init; }
}

sealed record FollowChannel(Snowflake WebhookChannelId);
