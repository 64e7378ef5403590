namespace Discord;

/// <summary>See https://discord.com/developers/docs/resources/channel#thread-metadata-object.</summary>
public sealed record ThreadMetadata
{
    /// <summary>Not listed any more. A message opens it again, unless it is <see cref="Locked"/>.</summary>
    public bool Archived { get; init; }

    public bool Locked { get; init; }

    /// <summary>Minutes without a message until it is archived: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveDuration { get; init; }

    public DateTimeOffset ArchiveTimestamp { get; init; }
}

/// <summary>
/// A thread to be started, from a message or by itself.
/// See https://discord.com/developers/docs/resources/channel#start-thread-from-message.
/// </summary>
public sealed record StartThread
{
    /// <summary>At most <see cref="DiscordLimits.ChannelName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080; null leaves that to the channel.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Without a message: Discord takes null for a private one.</summary>
    public ChannelType? Type { get; init; }
}

/// <summary>What changes in a thread; null leaves a part as it is. See https://discord.com/developers/docs/resources/channel#modify-channel.</summary>
public sealed record ModifyThread
{
    public string? Name { get; init; }
    public bool? Archived { get; init; }
    public bool? Locked { get; init; }
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }
}

/// <summary>Active threads. See https://discord.com/developers/docs/resources/guild#list-active-guild-threads.</summary>
public sealed record ActiveThreads
{
    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }
}

/// <summary>One page of archived threads. See https://discord.com/developers/docs/resources/channel#list-public-archived-threads.</summary>
public sealed record ArchivedThreads
{
    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }

    /// <summary>Whether there is another page.</summary>
    public bool HasMore { get; init; }
}
