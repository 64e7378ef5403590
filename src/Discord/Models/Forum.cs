using System.Diagnostics.CodeAnalysis;

namespace Discord;

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
