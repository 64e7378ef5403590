using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>A message to post: a payload that passed its rules, and everything else that is known about it.</summary>
sealed record MessageDraft
{
    public static readonly IReadOnlyList<string> PingAll = ["users", "roles", "everyone"];
    public static readonly IReadOnlyList<string> PingUsers = ["users"];

    /// <summary>Null takes a new id.</summary>
    public string? Id { get; init; }

    public required string ChannelId { get; init; }

    public required string AuthorId { get; init; }

    public required JsonObject Payload { get; init; }

    /// <summary>Fields that only some messages have, such as interaction_metadata.</summary>
    public JsonObject Extra { get; init; } = [];

    /// <summary>One of <see cref="MessageType"/>.</summary>
    public int Type { get; init; }

    /// <summary>The message's <see cref="MessageFlags"/>; flags in the payload are ignored.</summary>
    public long Flags { get; init; }

    /// <summary>The only user who sees an ephemeral message; null when everybody does.</summary>
    public string? OnlyFor { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Which mentions ping when the payload has no allowed_mentions.</summary>
    public IReadOnlyList<string> Pings { get; init; } = PingAll;
}
