using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>
/// One request of a bot's and its answer. Interaction tokens are left out of the path; the bot's own travels in a
/// header, and never comes this far.
/// </summary>
sealed record ApiCall
{
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    /// <summary><c>/channels/{channel}/messages</c>; null when there is no such route.</summary>
    public required string? Route { get; init; }

    /// <summary><c>/channels/1214128805157797889/messages?limit=5</c></summary>
    public required string Path { get; init; }

    public required int Status { get; init; }

    public required double Milliseconds { get; init; }

    /// <summary>UTF-8; not always JSON, since a bot may send anything.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    public required ReadOnlyMemory<byte> Response { get; init; }

    public JsonObject ToJson() => new()
    {
        ["at"] = Timestamps.Write(At),
        ["method"] = Method,
        ["route"] = Route,
        ["path"] = Path,
        ["status"] = Status,
        ["milliseconds"] = Math.Round(Milliseconds, 2),
        ["request"] = Json.TryParse(Request.Span),
        ["response"] = Json.TryParse(Response.Span),
    };
}
