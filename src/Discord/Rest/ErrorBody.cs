using System.Text.Json;

namespace Discord;

/// <summary>What Discord says when it refuses. See https://discord.com/developers/docs/reference#error-messages.</summary>
sealed record ErrorBody
{
    public string? Message { get; init; }
    public int? Code { get; init; }
    public double? RetryAfter { get; init; }
    public JsonElement? Errors { get; init; }

    /// <returns>Null when the answer is not Discord's: proxies answer in HTML.</returns>
    public static ErrorBody? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The tree of field errors as lines: <c>embeds.0.title: Must be 256 or fewer in length.</c></summary>
    public IReadOnlyList<string> FieldErrors() => Errors is { } tree ? [.. Lines(tree, "")] : [];

    static IEnumerable<string> Lines(JsonElement node, string path) => node.ValueKind == JsonValueKind.Object
        ? node.EnumerateObject().SelectMany(field => field.NameEquals("_errors")
            ? Messages(field.Value).Select(message => path.Length == 0 ? message : $"{path}: {message}")
            : Lines(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}"))
        : [];

    static IEnumerable<string> Messages(JsonElement errors) => errors.ValueKind == JsonValueKind.Array
        ? errors.EnumerateArray().Select(error => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message)
            ? message.ToString()
            : error.ToString())
        : [];
}
