using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>Embeds as Discord keeps them: of type rich, trimmed, without what a bot cannot set.</summary>
static class Embeds
{
    public static JsonArray Kept(IEnumerable<JsonObject> embeds)
    {
        // Two embeds with one URL are one link's preview: the first wins.
        var urls = new HashSet<string>();
        return new([.. embeds.Where(embed => embed.Text("url") is not { } url || urls.Add(url)).Select(Kept)]);
    }

    static JsonObject Kept(JsonObject embed)
    {
        var kept = new JsonObject { ["type"] = "rich" };
        Copy(embed, kept, "title", "description", "url", "timestamp", "color");
        foreach (var (part, fields) in new[] { ("footer", new[] { "text", "icon_url" }), ("image", ["url", "description"]), ("thumbnail", ["url"]), ("author", ["name", "url", "icon_url"]) })
        {
            if (embed.Object(part) is not { } from)
                continue;
            var to = new JsonObject();
            Copy(from, to, fields);
            kept[part] = to;
        }

        if (embed.Objects("fields").Any())
            kept["fields"] = new JsonArray([.. embed.Objects("fields").Select(Field)]);
        return kept;
    }

    static JsonObject Field(JsonObject field)
    {
        var kept = new JsonObject();
        Copy(field, kept, "name", "value");
        kept["inline"] = field.Flag("inline");
        return kept;
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
