using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>
/// Whom a text pings: what it mentions, and allowed_mentions permits.
/// https://discord.com/developers/docs/resources/message#allowed-mentions-object
/// </summary>
sealed partial record Mentions
{
    public required IReadOnlyList<string> Users { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required bool Everyone { get; init; }

    /// <param name="text">The content, with all Text Displays.</param>
    /// <param name="allowed">The allowed_mentions of the request, if it has any.</param>
    /// <param name="unlessTold">What is parsed without allowed_mentions: users only for interactions, everything for messages.</param>
    /// <param name="mayMentionEveryone">Whether the author has MENTION_EVERYONE, which also pings any role.</param>
    /// <param name="guild">Whose members and roles can be mentioned.</param>
    public static Mentions In(string text, JsonObject? allowed, IReadOnlyList<string> unlessTold, bool mayMentionEveryone, Guild guild)
    {
        var parse = allowed is null ? unlessTold : [.. allowed.Texts("parse")];
        var users = allowed?.Texts("users").ToHashSet() ?? [];
        var roles = allowed?.Texts("roles").ToHashSet() ?? [];
        return new Mentions
        {
            Users = [.. Ids(UserMention(), text).Where(id => guild.Member(id) is not null && (parse.Contains("users") || users.Contains(id)))],
            Roles = [.. Ids(RoleMention(), text).Where(id => IsPingable(guild.Role(id), mayMentionEveryone) && (parse.Contains("roles") || roles.Contains(id)))],
            Everyone = mayMentionEveryone && parse.Contains("everyone") && EveryoneMention().IsMatch(text),
        };
    }

    static IEnumerable<string> Ids(Regex mention, string text) => mention.Matches(text).Select(match => match.Groups[1].Value).Distinct();

    static bool IsPingable(JsonObject? role, bool mayMentionEveryone) => role is not null && (mayMentionEveryone || role.Flag("mentionable"));

    [GeneratedRegex("<@!?([0-9]{17,19})>")]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{17,19})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
