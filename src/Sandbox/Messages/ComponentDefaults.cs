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
    }

    static void Default(JsonObject component, string name, JsonNode? value)
    {
        if (!component.ContainsKey(name))
            component[name] = value;
    }
}
