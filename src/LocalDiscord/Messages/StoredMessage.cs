using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// A message as the REST routes return it. <see cref="Json"/> is never modified: an edit replaces it, and whoever puts it
/// into another object copies it.
/// </summary>
sealed record StoredMessage
{
    public required JsonObject Json { get; init; }

    /// <summary>The one user who sees an ephemeral message; null when everybody does.</summary>
    public string? OnlyFor { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Oldest first. <see cref="Json"/> counts them as the bot sees them.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    public string Id => Json.Text("id")!;

    public string ChannelId => Json.Text("channel_id")!;

    public string AuthorId => Json.Object("author")!.Text("id")!;

    public long Type => Json.Whole("type") ?? MessageType.Default;

    public long Flags => Json.Whole("flags") ?? 0;

    public bool Has(long flag) => (Flags & flag) != 0;

    public StoredMessage With(IReadOnlyList<Reaction> reactions)
    {
        var json = Json.Copy();
        json.Remove("reactions");
        if (reactions.Count > 0)
            json["reactions"] = Reaction.Counted(reactions, Seed.ApplicationId);
        return this with { Json = json, Reactions = reactions };
    }

    /// <summary>The message as a user sees it, with their own reactions marked.</summary>
    public JsonObject For(string userId)
    {
        if (Reactions.Count == 0)
            return Json;
        var json = Json.Copy();
        json["reactions"] = Reaction.Counted(Reactions, userId);
        return json;
    }
}
