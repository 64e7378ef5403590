using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shared;

/// <summary>Reads posts from Discord's JSON, whether they are embeds or components.</summary>
static partial class Posted
{
    const int StringSelect = 3;
    const int TextDisplay = 10;
    const int Container = 17;

    public static bool IsPost(JsonElement message) =>
        message.GetProperty("embeds").GetArrayLength() > 0 || Components(message).Any(one => Type(one) == Container);

    /// <summary>The headline without its link.</summary>
    public static string Title(JsonElement message)
    {
        if (message.GetProperty("embeds").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } embed)
            return embed.TryGetProperty("title", out var title) ? title.GetString()! : "";
        var container = Components(message).First(one => Type(one) == Container);
        var heading = Texts(container).First().Split('\n')[0];
        return Link().Replace(Mark().Replace(heading, ""), "$1");
    }

    /// <summary>All that stands in it, from top to bottom.</summary>
    public static string Text(JsonElement message) => string.Join('\n',
    [
        .. message.GetProperty("embeds").EnumerateArray().SelectMany(embed => ((string[])["title", "description"])
            .Select(part => embed.TryGetProperty(part, out var text) ? text.GetString() : null)).OfType<string>(),
        .. Components(message).SelectMany(Texts),
    ]);

    /// <summary>All components, nested ones included.</summary>
    public static IEnumerable<JsonElement> All(JsonElement message) =>
        Components(message).SelectMany(component => All(component).Prepend(component));

    public static bool IsMenu(JsonElement component) => Type(component) == StringSelect;

    static JsonElement.ArrayEnumerator Components(JsonElement parent) =>
        parent.TryGetProperty("components", out var components) ? components.EnumerateArray() : default;

    static IEnumerable<string> Texts(JsonElement component) => Type(component) == TextDisplay
        ? [component.GetProperty("content").GetString()!]
        : Components(component).SelectMany(Texts);

    static int Type(JsonElement component) => component.GetProperty("type").GetInt32();

    [GeneratedRegex("^#{1,3} ")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[(.*)\]\(https?://[^)]*\)")]
    private static partial Regex Link();
}
