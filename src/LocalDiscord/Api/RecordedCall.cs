using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// A bot's request and the response. It contains no secrets: interaction tokens are removed from the path, and the bot's own
/// token is in a header, which isn't recorded.
/// </summary>
sealed record RecordedCall
{
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    /// <summary><c>/channels/{channel}/messages</c>; null if there is no such route.</summary>
    public required string? Route { get; init; }

    /// <summary><c>/channels/1214128805157797889/messages?limit=5</c></summary>
    public required string Path { get; init; }

    public required int Status { get; init; }

    public required double Milliseconds { get; init; }

    /// <summary>UTF-8; not always JSON, since a bot can send anything.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    public required ReadOnlyMemory<byte> Response { get; init; }

    /// <summary>Whether the response stood for something that is not from Discord.</summary>
    public bool IsForeign { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
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
        if (IsForeign)
            json["foreign"] = true;
        return json;
    }
}
