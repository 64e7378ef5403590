namespace Discord;

/// <summary>See https://discord.com/developers/docs/resources/channel#channel-object.</summary>
public sealed record Channel
{
    public required Snowflake Id { get; init; }
    public ChannelType Type { get; init; }

    /// <summary>Absent inside the guild of a gateway event.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The category of a channel, or the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Absent for private messages.</summary>
    public string? Name { get; init; }

    public string? Topic { get; init; }
    public int Position { get; init; }
    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get => field ?? []; init; }

    /// <summary>Who started a thread.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>Threads only.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>What a forum's posts can be tagged with.</summary>
    public IReadOnlyList<ForumTag> AvailableTags { get => field ?? []; init; }

    /// <summary>The tags of a forum post.</summary>
    public IReadOnlyList<Snowflake> AppliedTags { get => field ?? []; init; }

    public ChannelFlags Flags { get; init; }

    /// <summary>The first message of a forum post, in the answer to starting it. Both have the same id.</summary>
    public Message? Message { get; init; }

    /// <summary>Who reads a private message besides the bot.</summary>
    public IReadOnlyList<User> Recipients { get => field ?? []; init; }

    /// <summary>In resolved data: what the invoking member may do there.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>In resolved data: what the bot may do there.</summary>
    public Permissions? AppPermissions { get; init; }
}

/// <summary>
/// Numbers that Discord adds later arrive as they are.
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

/// <summary>What a role or a member may do differently in one channel.</summary>
public sealed record PermissionOverwrite
{
    /// <summary>The id of the role or of the user; <c>@everyone</c> has the id of the guild.</summary>
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
