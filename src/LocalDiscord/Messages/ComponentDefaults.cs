using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Components as Discord returns them: each with an id and with the fields that the bot left out.</summary>
static class ComponentDefaults
{
    /// <summary>A copy with all defaults. Components without an id are numbered in order, skipping ids that the bot chose.</summary>
    public static JsonArray Normalize(IEnumerable<JsonObject> components)
    {
        var copy = Json.ArrayOf(components);
        // Discord returns null only for the fields that have it as their default.
        Json.RemoveNulls(copy);
        var all = copy.OfType<JsonObject>().SelectMany(Components.WithChildren).ToList();
        var taken = all.Select(component => component.Whole("id")).OfType<long>().ToHashSet();
        var next = 1;
        foreach (var component in all.Where(component => (component.Whole("id") ?? 0) == 0))
        {
            while (!taken.Add(next))
                next++;
            component["id"] = next;
        }

        all.ForEach(FillIn);
        return copy;
    }

    static void FillIn(JsonObject component)
    {
        switch (component.Whole("type"))
        {
            case Components.Container:
                Default(component, "accent_color", null);
                Default(component, "spoiler", false);
                break;
            case Components.File:
                Default(component, "spoiler", false);
                FillInSource(component, "file");
                break;
            case Components.Separator:
                Default(component, "spacing", 1);
                Default(component, "divider", true);
                break;
            case Components.Thumbnail:
                FillInMedia(component);
                break;
            case Components.MediaGallery:
                foreach (var item in component.Objects("items"))
                    FillInMedia(item);
                break;
            case var type when Components.IsSelect(type):
                Default(component, "min_values", 1);
                Default(component, "max_values", 1);
                break;
        }
    }

    static void FillInMedia(JsonObject item)
    {
        Default(item, "description", null);
        Default(item, "spoiler", false);
        FillInSource(item, "media");
    }

    static void FillInSource(JsonObject holder, string name)
    {
        if (holder.Object(name) is not { } media || media.Text("url") is not { } url)
            return;
        Default(media, "id", MediaId(url));
        Default(media, "proxy_url", url);
        if (AttachmentStore.IdIn(url) is { } file)
            Default(media, "attachment_id", file);
    }

    /// <summary>Discord gives every picture an id. Here the same URL always has the same one.</summary>
    static string MediaId(string url)
    {
        const ulong smallest = 100_000_000_000_000_000;
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(url)));
        return (smallest + (hash % smallest)).ToString(CultureInfo.InvariantCulture);
    }

    static void Default(JsonObject component, string name, JsonNode? value)
    {
        if (!component.ContainsKey(name))
            component[name] = value;
    }
}
