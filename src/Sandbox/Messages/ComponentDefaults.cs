using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>What Discord adds to a component that a bot left out, so that a message always says it.</summary>
static class ComponentDefaults
{
    public static void FillIn(JsonObject component)
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
    }

    /// <summary>Discord has an id for every picture; here the same picture has the same.</summary>
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
