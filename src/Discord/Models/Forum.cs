namespace Discord.Models;

/// <summary>See https://discord.com/developers/docs/resources/channel#forum-tag-object.</summary>
public sealed record ForumTag
{
    public required Snowflake Id { get; init; }
    public string Name { get => field ?? ""; init; }

    /// <summary>Whether only members with Manage Threads can apply the tag.</summary>
    public bool Moderated { get; init; }
}

/// <summary>
/// A new post in a forum.
/// See https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel.
/// </summary>
public sealed record StartForumThread
{
    /// <summary>1 to <see cref="DiscordLimits.ChannelName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080. Null uses the channel's default.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AppliedTags"/>.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>Discord does not support a nonce here, so it is left out.</summary>
    public required CreateMessage Message { get; init; }
}
