namespace Discord.Models;

/// <summary>
/// Who is notified by the mentions in a text.
/// See https://discord.com/developers/docs/resources/message#allowed-mentions-object.
/// </summary>
public sealed record AllowedMentions
{
    /// <summary>No mention notifies anybody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>
    /// The kinds of mentions that notify: <c>roles</c>, <c>users</c>, <c>everyone</c>. Sent even when empty: Discord reads an absent
    /// field as all of them.
    /// </summary>
    public IReadOnlyList<string> Parse { get => field ?? []; init; }

    /// <summary>The roles that may be notified, at most 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    public static AllowedMentions OfRoles(IReadOnlyList<Snowflake> roles) => new() { Roles = roles };
}
