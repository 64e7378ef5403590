using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>See https://discord.com/developers/docs/resources/user#user-object.</summary>
public sealed record User
{
    public required Snowflake Id { get; init; }
    public string Username { get => field ?? ""; init; }
}

/// <summary>A user in a guild. See https://discord.com/developers/docs/resources/guild#guild-member-object.</summary>
public sealed record Member
{
    /// <summary>Absent in resolved data.</summary>
    public User? User { get; init; }

    /// <summary>The ids of the member's roles, without <c>@everyone</c>.</summary>
    public IReadOnlyList<Snowflake> Roles { get => field ?? []; init; }

    /// <summary>The end of a timeout, during which the member can only read.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }

    /// <summary>In an interaction: the member's permissions in its channel, overwrites included.</summary>
    public Permissions? Permissions { get; init; }
}

/// <summary>
/// The bot in one guild. Null leaves a part as it is; an empty text removes it.
/// See https://discord.com/developers/docs/resources/guild#modify-current-member.
/// </summary>
public sealed record ModifyCurrentMember
{
    /// <summary>At most <see cref="DiscordLimits.Nickname"/> characters. Requires Change Nickname.</summary>
    [JsonConverter(typeof(EmptyAsNullConverter))]
    public string? Nick { get; init; }

    /// <summary>A PNG, JPEG or GIF as a data URI. See https://discord.com/developers/docs/reference#image-data.</summary>
    [JsonConverter(typeof(EmptyAsNullConverter))]
    public string? Avatar { get; init; }
}

sealed record CreateDM(Snowflake RecipientId);
