using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shared;

/// <summary>Reads posts from Discord's JSON, whether they are embeds or components.</summary>
static partial class Posted
{
    const int StringSelect = 3;
    const int TextDisplay = 10;
    const int Container = 17;
    const int Ephemeral = 1 << 6;

    /// <summary>Private answers are none.</summary>
    public static bool IsPost(JsonElement message) =>
        (Flags(message) & Ephemeral) == 0 && (Embeds(message).Any() || Components(message).Any(one => Type(one) == Container));

    /// <summary>The headline without its link, and without what keeps its end from being read as Markdown.</summary>
    public static string Title(JsonElement message)
    {
        if (Embeds(message).FirstOrDefault() is { ValueKind: JsonValueKind.Object } embed)
            return embed.TryGetProperty("title", out var title) ? title.GetString()! : "";
        return HeadlineLink().Replace(Mark().Replace(Heading(message), ""), "$1").Replace("\u200b", "", StringComparison.Ordinal);
    }

    /// <summary>What the headline leads to; null if nothing.</summary>
    public static string? Link(JsonElement message)
    {
        if (Embeds(message).FirstOrDefault() is { ValueKind: JsonValueKind.Object } embed)
            return embed.TryGetProperty("url", out var url) ? url.GetString() : null;
        return HeadlineLink().Match(Heading(message)) is { Success: true } link ? link.Groups[2].Value : null;
    }

    /// <summary>All that stands in it, from top to bottom.</summary>
    public static string Text(JsonElement message) => string.Join('\n',
    [
        .. Embeds(message).SelectMany(embed => ((string[])["title", "description"])
            .Select(part => embed.TryGetProperty(part, out var text) ? text.GetString() : null)).OfType<string>(),
        .. Components(message).SelectMany(Texts),
    ]);

    /// <summary>All components, nested ones included.</summary>
    public static IEnumerable<JsonElement> All(JsonElement message) =>
        Components(message).SelectMany(component => All(component).Prepend(component));

    static string Heading(JsonElement message) =>
        Texts(Components(message).First(one => Type(one) == Container)).First().Split('\n')[0];

    public static bool IsMenu(JsonElement component) => Type(component) == StringSelect;

    static JsonElement.ArrayEnumerator Embeds(JsonElement message) => List(message, "embeds");

    static JsonElement.ArrayEnumerator Components(JsonElement parent) => List(parent, "components");

    static JsonElement.ArrayEnumerator List(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    static IEnumerable<string> Texts(JsonElement component) => Type(component) == TextDisplay
        ? [component.GetProperty("content").GetString()!]
        : Components(component).SelectMany(Texts);

    static int Flags(JsonElement message) => message.TryGetProperty("flags", out var flags) ? flags.GetInt32() : 0;

    static int Type(JsonElement component) => component.GetProperty("type").GetInt32();

    [GeneratedRegex("^#{1,3} ")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[(.*)\]\((https?://[^)]*)\)")]
    private static partial Regex HeadlineLink();
}
