using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>https://discord.com/developers/docs/resources/message#allowed-mentions-object</summary>
static class MentionRules
{
    static readonly string[] Kinds = ["roles", "users", "everyone"];

    public static void Check(JsonObject message, FormErrors errors)
    {
        if (message.Object("allowed_mentions") is not { } allowed)
            return;
        var parse = allowed.Texts("parse").ToList();
        for (var i = 0; i < parse.Count; i++)
        {
            if (!Kinds.Contains(parse[i]))
                errors.Add($"allowed_mentions.parse.{i}", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
        }

        foreach (var kind in new[] { "users", "roles" })
        {
            var ids = allowed.List(kind).ToList();
            if (ids.Count > 0 && parse.Contains(kind))
            {
                errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            }

            if (ids.Count > Limits.MentionIds)
                errors.Add($"allowed_mentions.{kind}", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.MentionIds} or fewer in length.");
        }
    }
}
