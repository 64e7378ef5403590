namespace Discord;

/// <summary>What people call a server. See https://discord.com/developers/docs/resources/guild#guild-object.</summary>
public sealed record Guild
{
    public required Snowflake Id { get; init; }

    /// <summary>Empty while the guild is <see cref="Unavailable"/>.</summary>
    public string Name { get => field ?? ""; init; }

    public Snowflake? OwnerId { get; init; }

    /// <summary>True during an outage: then there is nothing here but the id.</summary>
    public bool Unavailable { get; init; }

    /// <summary>Only in the gateway's GUILD_CREATE.</summary>
    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    /// <summary>The active ones that the bot can see. Only in GUILD_CREATE.</summary>
    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }

    public IReadOnlyList<Role> Roles { get => field ?? []; init; }
}

/// <summary>See https://discord.com/developers/docs/topics/permissions#role-object.</summary>
public sealed record Role
{
    public required Snowflake Id { get; init; }
    public string Name { get => field ?? ""; init; }
    public Permissions Permissions { get; init; }
    public bool Mentionable { get; init; }
}
