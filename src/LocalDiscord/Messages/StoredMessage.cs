using System.Text.Json.Nodes;
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

    public string Id => Json.Text("id")!;

    public string ChannelId => Json.Text("channel_id")!;

    public string AuthorId => Json.Object("author")!.Text("id")!;

    public long Type => Json.Whole("type") ?? MessageType.Default;

    public long Flags => Json.Whole("flags") ?? 0;

    public bool Has(long flag) => (Flags & flag) != 0;
}
