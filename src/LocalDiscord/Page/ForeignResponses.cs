using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>
/// Parses what somebody between the bot and Discord answers instead of Discord:
/// <c>{"status": 403, "body": "&lt;html&gt;…", "content_type": "text/html", "headers": {"Location": "…"}}</c>.
/// </summary>
static class ForeignResponses
{
    /// <summary>The server writes these itself.</summary>
    static readonly string[] Reserved = ["Content-Length", "Transfer-Encoding", "Connection", "Content-Type"];

    /// <exception cref="UserErrorException">There can be no such response.</exception>
    public static ApiResponse Parse(int status, JsonObject fault)
    {
        var (body, contentType) = Body(fault["body"]);
        if (body.Length > 0 && status is 204 or 205 or 304)
            throw new UserErrorException($"A response with the status {status} has no body. Set body to \"\".");
        if (fault["content_type"] is { } given)
            contentType = given.AsText() is { Length: > 0 } text && IsPrintable(text) ? text : throw Invalid("content_type");
        return ApiResponse.Foreign(status, body, contentType).WithHeaders([.. Headers(fault["headers"])]);
    }

    /// <summary>Text is sent as it is, and an object or a list as JSON.</summary>
    static (byte[] Body, string ContentType) Body(JsonNode? body) => body switch
    {
        null => ([], ""),
        JsonValue value when value.AsText() is { } text => (Encoding.UTF8.GetBytes(text), "text/html"),
        _ => (Json.Bytes(body), "application/json"),
    };

    static IEnumerable<(string Name, string Value)> Headers(JsonNode? headers) => headers switch
    {
        null => [],
        JsonObject named => named.Select(header => header.Value.AsText() is { } value && IsName(header.Key) && IsPrintable(value)
            ? (header.Key, value)
            : throw Invalid("headers")),
        _ => throw Invalid("headers"),
    };

    static bool IsName(string name) => name.Length > 0
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')
        && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);

    static bool IsPrintable(string text) => text.All(letter => letter is >= ' ' and <= '~');

    static UserErrorException Invalid(string field) => field == "headers"
        ? new("headers must be an object of names and texts, such as {\"Location\": \"http://portal.example/\"}.")
        : new("content_type must be a text, such as \"text/html\".");
}
