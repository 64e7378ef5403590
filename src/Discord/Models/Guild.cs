namespace Discord.Models;

/// <summary>A server. See https://discord.com/developers/docs/resources/guild#guild-object.</summary>
public sealed record Guild
{
    public required Snowflake Id { get; init; }

    /// <summary>Empty while the guild is <see cref="Unavailable"/>.</summary>
    public string Name { get => field ?? ""; init; }

    public Snowflake? OwnerId { get; init; }

    /// <summary>True during an outage; then everything but the id is missing.</summary>
    public bool Unavailable { get; init; }

    /// <summary>Only in a GUILD_CREATE event.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>The active threads that the bot can see. Only in a GUILD_CREATE event.</summary>
    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }

    public IReadOnlyList<Role> Roles { get => field ?? []; init; }
}

/// <summary>See https://discord.com/developers/docs/topics/permissions#role-object.</summary>
public sealed record Role
{
    public required Snowflake Id { get; init; }
    public string Name { get => field ?? ""; init; }
    public Permissions Permissions { get; init; }

    /// <summary>Whether everybody may mention the role.</summary>
    public bool Mentionable { get; init; }
}
