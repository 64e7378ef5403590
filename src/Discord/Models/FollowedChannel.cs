namespace Discord.Models;

/// <summary>
/// The webhook through which another channel receives an announcement channel's posts.
/// See https://discord.com/developers/docs/resources/channel#followed-channel-object.
/// </summary>
public sealed record FollowedChannel
{
    /// <summary>The channel that is followed.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>The webhook in the channel that follows; deleting it ends the following.</summary>
    public required Snowflake WebhookId { get; init; }
}

sealed record FollowAnnouncementChannel(Snowflake WebhookChannelId);
