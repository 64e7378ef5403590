namespace Discord.Models;

/// <summary>See https://discord.com/developers/docs/resources/channel#thread-metadata-object.</summary>
public sealed record ThreadMetadata
{
    /// <summary>Archived threads are hidden. A new message reopens the thread unless it is <see cref="Locked"/>.</summary>
    public bool Archived { get; init; }

    public bool Locked { get; init; }

    /// <summary>When the thread was last archived or reopened.</summary>
    public DateTimeOffset ArchiveTimestamp { get; init; }
}

/// <summary>
/// A thread to start from a message.
/// See https://discord.com/developers/docs/resources/channel#start-thread-from-message.
/// </summary>
public sealed record StartThread
{
    /// <summary>1 to <see cref="DiscordLimits.ChannelName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080. Null uses the channel's default.</summary>
    public int? AutoArchiveDuration { get; init; }
}

/// <summary>
/// Changes to a thread; null leaves a part unchanged.
/// See https://discord.com/developers/docs/resources/channel#modify-channel.
/// </summary>
public sealed record ModifyThread
{
    /// <summary>1 to <see cref="DiscordLimits.ChannelName"/> characters.</summary>
    public string? Name { get; init; }

    public bool? Archived { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AppliedTags"/>; replaces the tags of a forum post.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }
}

/// <summary>See https://discord.com/developers/docs/resources/guild#list-active-guild-threads.</summary>
public sealed record ActiveThreads
{
    public required IReadOnlyList<Channel> Threads { get => field ?? []; init; }
}

/// <summary>A page of archived threads. See https://discord.com/developers/docs/resources/channel#list-public-archived-threads.</summary>
public sealed record ArchivedThreads
{
    public required IReadOnlyList<Channel> Threads { get => field ?? []; init; }

    /// <summary>Whether there are more pages.</summary>
    public bool HasMore { get; init; }
}
