namespace Discord;

// What happens in a guild, as states and not as steps: an event that comes twice says the same thing twice, and one that was
// missed is made good by the next GUILD_CREATE. Creating and updating are therefore one event.

/// <summary>After the start, after an outage, or because the bot was invited.</summary>
public sealed record GuildCreated(Guild Guild) : GatewayEvent;

/// <summary>Another name or owner. Without channels and threads.</summary>
public sealed record GuildUpdated(Guild Guild) : GatewayEvent;

/// <param name="GuildId">Which guild.</param>
/// <param name="Unavailable">True in an outage; false when the bot was removed.</param>
public sealed record GuildDeleted(Snowflake GuildId, bool Unavailable) : GatewayEvent;

/// <summary>A role is new or different, which may change what the bot is allowed.</summary>
public sealed record RoleChanged(Snowflake GuildId, Role Role) : GatewayEvent;

public sealed record RoleDeleted(Snowflake GuildId, Snowflake RoleId) : GatewayEvent;

/// <summary>A channel is new or different: its name, its overwrites, its tags.</summary>
public sealed record ChannelChanged(Channel Channel) : GatewayEvent;

public sealed record ChannelDeleted(Channel Channel) : GatewayEvent;

/// <summary>A thread is new or different: archived, locked, renamed. Also when the bot is added to one.</summary>
public sealed record ThreadChanged(Channel Thread) : GatewayEvent;

/// <param name="Thread">Its id, guild, parent and type, and nothing else.</param>
public sealed record ThreadDeleted(Channel Thread) : GatewayEvent;

/// <summary>The bot got to see channels: these are all their active threads.</summary>
/// <param name="GuildId">Which guild.</param>
/// <param name="ChannelIds">The channels; null is all of the guild.</param>
/// <param name="Threads">Those known before and not among these are gone.</param>
public sealed record ThreadsListed(Snowflake GuildId, IReadOnlyList<Snowflake>? ChannelIds, IReadOnlyList<Channel> Threads) : GatewayEvent;

/// <summary>The data of GUILD_ROLE_*: a role, or the id of one that is gone.</summary>
sealed record GuildRole
{
    public required Snowflake GuildId { get; init; }
    public Role? Role { get; init; }
    public Snowflake? RoleId { get; init; }
}

/// <summary>The data of THREAD_LIST_SYNC.</summary>
sealed record ThreadList
{
    public required Snowflake GuildId { get; init; }
    public IReadOnlyList<Snowflake>? ChannelIds { get; init; }
    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }
}
