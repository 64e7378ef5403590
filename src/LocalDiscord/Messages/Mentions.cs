using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// Who a message pings: whoever its text mentions, as far as allowed_mentions permits.
/// https://discord.com/developers/docs/resources/message#allowed-mentions-object
/// </summary>
sealed partial record Mentions
{
    public required IReadOnlyList<string> Users { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required bool Everyone { get; init; }

    /// <param name="text">The content and all Text Displays.</param>
    /// <param name="allowed">The request's allowed_mentions, if any.</param>
    /// <param name="byDefault">What is parsed without allowed_mentions: users only for interactions, everything for messages.</param>
    /// <param name="mayMentionEveryone">Whether the author has MENTION_EVERYONE, which also lets them ping any role.</param>
    public static Mentions In(string text, JsonObject? allowed, IReadOnlyList<string> byDefault, bool mayMentionEveryone, Guild guild)
    {
        var parse = allowed is null ? byDefault : [.. allowed.Texts("parse")];
        var users = allowed?.Texts("users").ToHashSet() ?? [];
        var roles = allowed?.Texts("roles").ToHashSet() ?? [];
        return new Mentions
        {
            Users = [.. Ids(UserMention(), text).Where(id => guild.Member(id) is not null && IsAllowed(id, "users", parse, users))],
            Roles =
            [
                .. Ids(RoleMention(), text)
                    .Where(id => IsPingable(guild.Role(id), mayMentionEveryone) && IsAllowed(id, "roles", parse, roles)),
            ],
            Everyone = mayMentionEveryone && parse.Contains("everyone") && EveryoneMention().IsMatch(text),
        };
    }

    static IEnumerable<string> Ids(Regex mention, string text) => mention.Matches(text).Select(match => match.Groups[1].Value).Distinct();

    static bool IsAllowed(string id, string kind, IReadOnlyList<string> parse, HashSet<string> ids) =>
        parse.Contains(kind) || ids.Contains(id);

    static bool IsPingable(JsonObject? role, bool mayMentionEveryone) =>
        role is not null && (mayMentionEveryone || role.Flag("mentionable"));

    [GeneratedRegex("<@!?([0-9]{17,19})>")]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{17,19})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
