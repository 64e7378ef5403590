using System.Diagnostics.CodeAnalysis;

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

/// <summary>See https://discord.com/developers/docs/resources/channel#forum-tag-object.</summary>
public sealed record ForumTag
{
    public required Snowflake Id { get; init; }
    public string Name { get => field ?? ""; init; }

    /// <summary>Only those who manage threads may apply it.</summary>
    public bool Moderated { get; init; }

    public Snowflake? EmojiId { get; init; }
    public string? EmojiName { get; init; }
}

/// <summary>See https://discord.com/developers/docs/resources/channel#channel-object-channel-flags.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum ChannelFlags
{
    None = 0,

    /// <summary>A forum post that stays at the top.</summary>
    Pinned = 1 << 1,

    /// <summary>A forum that refuses posts without a tag.</summary>
    RequireTag = 1 << 4,
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

/// <summary>A post in a forum. See https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel.</summary>
public sealed record StartForumThread
{
    /// <summary>At most <see cref="DiscordLimits.ChannelName"/> characters.</summary>
    public required string Name { get; init; }

    public int? AutoArchiveDuration { get; init; }

    /// <summary>At most <see cref="DiscordLimits.AppliedTags"/>.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>Its nonce is not sent: this route knows none.</summary>
    public required CreateMessage Message { get; init; }
}

/// <summary>What changes in a thread; null leaves a part as it is. See https://discord.com/developers/docs/resources/channel#modify-channel.</summary>
public sealed record ModifyThread
{
    public string? Name { get; init; }
    public bool? Archived { get; init; }
    public bool? Locked { get; init; }
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }
}

/// <summary>Where the posts of a followed channel arrive. See https://discord.com/developers/docs/resources/channel#followed-channel-object.</summary>
public sealed record FollowedChannel
{
    public required Snowflake ChannelId { get; init; }
    public required Snowflake WebhookId { get; init; }
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

sealed record FollowChannel(Snowflake WebhookChannelId);

sealed record CreateDM(Snowflake RecipientId);
