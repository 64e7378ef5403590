using System.Text.Json.Nodes;

namespace Sandbox.Messages;

/// <summary>A message about to be posted: a payload that passed its rules, and where it comes from.</summary>
sealed record MessageDraft
{
    public static readonly IReadOnlyList<string> PingAll = ["users", "roles", "everyone"];
    public static readonly IReadOnlyList<string> PingUsers = ["users"];

    /// <summary>Chosen already; null takes the next.</summary>
    public string? Id { get; init; }

    public required string ChannelId { get; init; }

    public required string AuthorId { get; init; }

    public required JsonObject Payload { get; init; }

    /// <summary>Fields that only this kind of message has, such as interaction_metadata.</summary>
    public JsonObject Extra { get; init; } = [];

    /// <summary>One of <see cref="MessageType"/>.</summary>
    public int Type { get; init; }

    /// <summary>The flags of <see cref="MessageFlags"/> that it begins with; those of the payload count only as far as the route allows.</summary>
    public long Flags { get; init; }

    public string? OnlyFor { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Whom the text pings when the payload has no allowed_mentions.</summary>
    public IReadOnlyList<string> Pings { get; init; } = PingAll;
}
