using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>One user's reaction to a message.</summary>
sealed record Reaction(string UserId, Emoji Emoji)
{
    /// <summary>
    /// All reactions to a message as a user sees them, in the order of each emoji's first one.
    /// https://discord.com/developers/docs/resources/message#reaction-object
    /// </summary>
    public static JsonArray Counted(IEnumerable<Reaction> all, string userId) => new([.. all.GroupBy(one => one.Emoji).Select(same =>
        (JsonNode)new JsonObject
        {
            ["emoji"] = same.Key.ToJson(),
            ["count"] = same.Count(),
            ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = same.Count() },
            ["burst_colors"] = new JsonArray(),
            ["me_burst"] = false,
            ["me"] = same.Any(one => one.UserId == userId),
        })]);

    public static Reaction Read(JsonObject line) =>
        new(line.Text("user_id")!, new Emoji(line.Text("name")!, line.Text("id")));

    /// <summary>Reactions from a state file that had the bot's own ones only.</summary>
    public static IEnumerable<Reaction> OfBot(JsonObject message) => message.Objects("reactions")
        .Select(reaction => reaction.Object("emoji")!)
        .Select(emoji => new Reaction(Seed.ApplicationId, new Emoji(emoji.Text("name")!, emoji.Text("id"))));

    public JsonObject ToJson() => new() { ["user_id"] = UserId, ["name"] = Emoji.Name, ["id"] = Emoji.Id };
}
