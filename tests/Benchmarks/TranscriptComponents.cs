using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>Buttons, menus and fields in the JSON of Discord's messages and forms.</summary>
static class TranscriptComponents
{
    /// <summary>The message of an answer, or the message itself.</summary>
    public static JsonElement MessageOf(JsonElement answer) => answer.TryGetProperty("message", out var message) ? message : answer;

    /// <summary>The first component whose custom_id contains the text.</summary>
    public static JsonElement? Find(JsonElement message, string customId) => Buttons(message).Cast<JsonElement?>()
        .FirstOrDefault(one => one!.Value.GetProperty("custom_id").GetString()!.Contains(customId, StringComparison.Ordinal));

    /// <summary>Buttons and menus.</summary>
    public static List<JsonElement> Buttons(JsonElement answer) =>
        MessageOf(answer) is { ValueKind: JsonValueKind.Object } message && message.TryGetProperty("components", out var rows)
            ? [.. rows.EnumerateArray().SelectMany(row => row.GetProperty("components").EnumerateArray()).Where(IsPressed)]
            : [];

    static bool IsPressed(JsonElement component) => component.TryGetProperty("custom_id", out _);

    public static bool Flag(JsonElement one, string name) => one.TryGetProperty(name, out var flag) && flag.GetBoolean();

    /// <summary>A submitted field of a form, with a new or unchanged value.</summary>
    public static JsonObject Filled(JsonElement field, Dictionary<string, string> values)
    {
        var name = field.GetProperty("custom_id").GetString()!;
        var filled = new JsonObject { ["type"] = field.GetProperty("type").GetInt32(), ["custom_id"] = name };
        if (field.TryGetProperty("options", out var options))
        {
            var chosen = options.EnumerateArray().FirstOrDefault(option => Flag(option, "default"), options[0]);
            filled["values"] = new JsonArray(values.GetValueOrDefault(name, chosen.GetProperty("value").GetString()!));
        }
        else
        {
            filled["value"] = values.GetValueOrDefault(name, field.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "");
        }

        return filled;
    }
}
