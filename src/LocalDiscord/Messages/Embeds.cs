using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Embeds as Discord returns them: of type rich, trimmed, without fields that a bot can't set.</summary>
static class Embeds
{
    static readonly (string Part, string[] Fields)[] Parts =
    [
        ("footer", ["text", "icon_url"]),
        ("image", ["url", "description"]),
        ("thumbnail", ["url"]),
        ("author", ["name", "url", "icon_url"]),
    ];

    public static JsonArray Normalize(IEnumerable<JsonObject> embeds)
    {
        // Discord treats embeds with the same URL as previews of one link, and keeps the first.
        var urls = new HashSet<string>();
        return new([.. embeds.Where(embed => embed.Text("url") is not { } url || urls.Add(url)).Select(Normalize)]);
    }

    static JsonObject Normalize(JsonObject embed)
    {
        var normalized = new JsonObject { ["type"] = "rich" };
        Copy(embed, normalized, "title", "description", "url", "timestamp", "color");
        foreach (var (part, fields) in Parts)
        {
            if (embed.Object(part) is not { } from)
                continue;
            var to = new JsonObject();
            Copy(from, to, fields);
            normalized[part] = to;
        }

        if (embed.Objects("fields").Any())
            normalized["fields"] = new JsonArray([.. embed.Objects("fields").Select(Field)]);
        return normalized;
    }

    static JsonObject Field(JsonObject field)
    {
        var normalized = new JsonObject();
        Copy(field, normalized, "name", "value");
        normalized["inline"] = field.Flag("inline");
        return normalized;
    }

    static void Copy(JsonObject from, JsonObject to, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (from[name] is { } value)
                to[name] = value.AsText() is { } text ? text.Trim() : value.DeepClone();
        }
    }
}
