using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Tests;

/// <summary>Answers of the local Discord that consist of components.</summary>
static class LaidOut
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All components as JSON that people can read; fails for an answer without a message.</summary>
    public static string Text(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return JsonSerializer.Serialize(message.GetProperty("components"), Readable);
    }

    /// <summary>Of its buttons and menus, from top to bottom.</summary>
    public static IReadOnlyList<string> CustomIds(JsonElement answer) => [.. All(answer.GetProperty("message").GetProperty("components"))];

    /// <param name="how"><c>press</c> or <c>select</c>.</param>
    /// <param name="customId">Of the button or menu.</param>
    /// <param name="values">What is chosen from the menu.</param>
    public static Task<JsonElement> UseAsync(
        DeskOnLocalDiscord desk, JsonElement answer, string how, string customId, params IReadOnlyList<string> values)
    {
        var message = answer.GetProperty("message").GetProperty("id");
        var use = new Dictionary<string, object?> { ["message"] = message, ["custom_id"] = customId };
        if (how == "select")
            use["values"] = values;
        return desk.InteractAsync(JsonSerializer.Serialize(new Dictionary<string, object?> { ["as"] = "moderator", [how] = use }));
    }

    static IEnumerable<string> All(JsonElement components) => components.EnumerateArray().SelectMany(component =>
    {
        IEnumerable<string> own = component.TryGetProperty("custom_id", out var id) ? [id.GetString()!] : [];
        var accessory = component.TryGetProperty("accessory", out var one) && one.TryGetProperty("custom_id", out var beside)
            ? (string[])[beside.GetString()!]
            : [];
        return own.Concat(component.TryGetProperty("components", out var inner) ? All(inner) : []).Concat(accessory);
    });
}
