namespace Discord;

/// <summary>See https://discord.com/developers/docs/resources/user#user-object.</summary>
public sealed record User
{
    public required Snowflake Id { get; init; }
    public string Username { get => field ?? ""; init; }
    public string? GlobalName { get; init; }
    public bool Bot { get; init; }
}

/// <summary>A user in a guild. See https://discord.com/developers/docs/resources/guild#guild-member-object.</summary>
public sealed record Member
{
    /// <summary>Absent where the user is known otherwise, as in resolved data.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    /// <summary>The ids of the roles, without <c>@everyone</c>.</summary>
    public IReadOnlyList<Snowflake> Roles { get => field ?? []; init; }

    /// <summary>Until then a timed-out member can only look on.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }

    /// <summary>In an interaction: what the member may do in its channel, overwrites included.</summary>
    public Permissions? Permissions { get; init; }
}

sealed record CreateDM(Snowflake RecipientId);
