using System.Text.Json.Nodes;
using LocalDiscord.Wire;
using static LocalDiscord.Wire.Components;

namespace LocalDiscord.Rules;

/// <summary>
/// Which components may contain which, in messages with and without IS_COMPONENTS_V2.
/// https://discord.com/developers/docs/components/reference
/// </summary>
static class ComponentRules
{
    static readonly long[] LegacyTop = [ActionRow];
    static readonly long[] V2Top = [ActionRow, Section, TextDisplay, MediaGallery, Components.File, Separator, Container];
    static readonly long[] InContainer = [ActionRow, Section, TextDisplay, MediaGallery, Components.File, Separator];
    static readonly long[] InRow = [Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect];
    static readonly long[] Accessories = [Button, Thumbnail];
    static readonly long[] InSection = [TextDisplay];

    public static void Check(JsonObject message, bool isV2, FormErrors errors)
    {
        var top = errors.CheckList(message, "components", "", isV2 ? Limits.ComponentsV2 : Limits.Rows);
        CheckEach(top, "components", isV2 ? V2Top : LegacyTop, errors);
        CheckUnique(message, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated", errors);
        CheckUnique(message, "id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated", errors);
        if (isV2 && All(message).Count() > Limits.ComponentsV2)
        {
            errors.Add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"A message can have at most {Limits.ComponentsV2} components, including nested ones.");
        }

        var displays = All(message).Where(component => component.Whole("type") == TextDisplay);
        if (displays.Sum(display => display.Text("content")?.Length ?? 0) > Limits.DisplayedText)
        {
            errors.Add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                $"Text Displays can have at most {Limits.DisplayedText} characters in total.");
        }
    }

    static IReadOnlyList<JsonObject> CheckChildren(JsonObject parent, string path, int max, long[] allowed, FormErrors errors)
    {
        var children = errors.CheckList(parent, "components", path, max, min: 1, required: true);
        CheckEach(children, $"{path}.components", allowed, errors);
        return children;
    }

    static void CheckEach(IReadOnlyList<JsonObject> components, string path, long[] allowed, FormErrors errors)
    {
        for (var i = 0; i < components.Count; i++)
            CheckOne(components[i], $"{path}.{i}", allowed, errors);
    }

    static void CheckOne(JsonObject component, string path, long[] allowed, FormErrors errors)
    {
        if (component.Whole("type") is not { } type || !allowed.Contains(type))
        {
            errors.OneOf($"{path}.type", allowed);
            return;
        }

        errors.CheckWhole(component, "id", path, 0, int.MaxValue);
        switch (type)
        {
            case ActionRow:
                CheckRow(component, path, errors);
                break;
            case Button:
                ButtonRules.Check(component, path, errors);
                break;
            case StringSelect or UserSelect or RoleSelect or MentionableSelect or ChannelSelect:
                SelectRules.Check(component, path, errors);
                break;
            case Section:
                CheckSection(component, path, errors);
                break;
            case TextDisplay:
                errors.CheckText(component, "content", path, Limits.DisplayedText, required: true);
                break;
            case Thumbnail:
                CheckMedia(component, "media", path, errors);
                break;
            case MediaGallery:
                CheckGallery(component, path, errors);
                break;
            case Components.File:
                CheckMedia(component, "file", path, errors);
                break;
            case Separator:
                errors.CheckWhole(component, "spacing", path, 1, 2);
                break;
            case Container:
                errors.CheckWhole(component, "accent_color", path, 0, Limits.EmbedColor);
                CheckChildren(component, path, Limits.ComponentsV2, InContainer, errors);
                break;
        }
    }

    static void CheckRow(JsonObject row, string path, FormErrors errors)
    {
        var children = CheckChildren(row, path, Limits.ButtonsInRow, InRow, errors);
        if (children.Count > 1 && children.Any(child => IsSelect(child.Whole("type"))))
            errors.Add($"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A row can have up to five buttons or one select menu.");
    }

    static void CheckSection(JsonObject section, string path, FormErrors errors)
    {
        CheckChildren(section, path, Limits.SectionTexts, InSection, errors);
        if (section.Object("accessory") is { } accessory)
            CheckOne(accessory, $"{path}.accessory", Accessories, errors);
        else
            errors.Required($"{path}.accessory");
    }

    static void CheckGallery(JsonObject gallery, string path, FormErrors errors)
    {
        var items = errors.CheckList(gallery, "items", path, Limits.GalleryItems, min: 1, required: true);
        for (var i = 0; i < items.Count; i++)
            CheckMedia(items[i], "media", $"{path}.items.{i}", errors);
    }

    static void CheckMedia(JsonObject holder, string name, string path, FormErrors errors)
    {
        errors.CheckText(holder, "description", path, Limits.AltText);
        if (holder.Object(name) is { } media)
            errors.CheckUrl(media, "url", $"{path}.{name}", required: true);
        else
            errors.Required($"{path}.{name}");
    }

    static void CheckUnique(JsonObject message, string name, string code, string text, FormErrors errors)
    {
        var given = All(message).Select(component => component[name]?.ToString()).Where(value => value is not (null or "0"));
        if (given.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1) is { } twice)
            errors.Add("components", code, $"{text}: {twice.Key}");
    }
}
