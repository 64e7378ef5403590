using System.Text.Json;

namespace Discord.Models;

/// <summary>The body of a response with an error status. See https://discord.com/developers/docs/reference#error-messages.</summary>
sealed record ErrorResponse
{
    const int FirstCode = 10_000;
    const int BlockedByCloudflare = 40333;

    public string? Message { get; init; }

    /// <summary>0 if the message only repeats the status; can be absent in a 429 response.</summary>
    public int? Code { get; init; }

    /// <summary>Seconds, in a 429 response.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Nested like the request, with lists named <c>_errors</c> at the fields that are wrong.</summary>
    public JsonElement? Errors { get; init; }

    /// <summary>
    /// Whether Discord's API judged the request. Other programs number their errors too, often by the status; and 40333 is what
    /// Discord's own proxy sends when it lets nothing through, whatever was asked.
    /// </summary>
    public bool IsDiscords => Message is not null && Code is 0 or >= FirstCode and not BlockedByCloudflare;

    /// <returns>Null if the body is not of this form: proxies send HTML.</returns>
    public static ErrorResponse? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The tree of field errors, flattened to lines such as <c>embeds.0.title: Must be 256 or fewer in length.</c></summary>
    public IReadOnlyList<string> FieldErrors() => Errors is { } tree ? [.. Lines(tree, "")] : [];

    static IEnumerable<string> Lines(JsonElement node, string path) => node.ValueKind == JsonValueKind.Object
        ? node.EnumerateObject().SelectMany(field => field.NameEquals("_errors")
            ? Messages(field.Value).Select(message => path.Length == 0 ? message : $"{path}: {message}")
            : Lines(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}"))
        : [];

    static IEnumerable<string> Messages(JsonElement errors) => errors.ValueKind == JsonValueKind.Array
        ? errors.EnumerateArray().Select(Text)
        : [];

    static string Text(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message)
            ? message.ToString()
            : error.ToString();
}
