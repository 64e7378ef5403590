using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>
/// A message as the REST routes give it. <see cref="Json"/> is never changed, only replaced by an edit,
/// and copied by whoever wants to put it into something larger.
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
