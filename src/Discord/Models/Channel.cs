namespace Discord.Models;

/// <summary>A channel or thread. See https://discord.com/developers/docs/resources/channel#channel-object.</summary>
public sealed record Channel
{
    public required Snowflake Id { get; init; }
    public ChannelType Type { get; init; }

    /// <summary>Absent in the guild of a GUILD_CREATE event.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The category of a channel, or the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Absent in direct messages.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get => field ?? []; init; }

    /// <summary>The user who started a thread.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>Threads only.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>The tags that a forum offers.</summary>
    public IReadOnlyList<ForumTag> AvailableTags { get => field ?? []; init; }

    /// <summary>The tags of a forum post.</summary>
    public IReadOnlyList<Snowflake> AppliedTags { get => field ?? []; init; }

    /// <summary>The first message of a forum post, in the response that created it. Both have the same id.</summary>
    public Message? Message { get; init; }

    /// <summary>In resolved data: the permissions of the bot in this channel.</summary>
    public Permissions? AppPermissions { get; init; }
}

/// <summary>
/// Types that Discord adds later keep their number.
/// See https://discord.com/developers/docs/resources/channel#channel-object-channel-types.
/// </summary>
public enum ChannelType
{
    GuildText = 0,
    DM = 1,
    GuildVoice = 2,
    GroupDM = 3,
    GuildCategory = 4,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildStageVoice = 13,
    GuildDirectory = 14,
    GuildForum = 15,
    GuildMedia = 16,
}

/// <summary>
/// The permissions that one channel allows or denies a role or member.
/// See https://discord.com/developers/docs/resources/channel#overwrite-object.
/// </summary>
public sealed record PermissionOverwrite
{
    /// <summary>The id of the role or user; <c>@everyone</c> has the id of the guild.</summary>
    public required Snowflake Id { get; init; }

    public PermissionOverwriteType Type { get; init; }
    public Permissions Allow { get; init; }
    public Permissions Deny { get; init; }
}

public enum PermissionOverwriteType
{
    Role = 0,
    Member = 1,
}
