using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>https://discord.com/developers/docs/components/reference#button</summary>
static class ButtonRules
{
    public static void Check(JsonObject button, string path, FormErrors errors)
    {
        errors.CheckWhole(button, "style", path, 1, Components.PremiumButton, required: true);
        errors.CheckText(button, "label", path, Limits.ButtonLabel, min: 0);
        switch (button.Whole("style"))
        {
            case Components.LinkButton:
                errors.CheckUrl(button, "url", path, Limits.ButtonUrl, required: true);
                Without(button, path, errors, "custom_id", "sku_id");
                break;
            case Components.PremiumButton:
                errors.CheckText(button, "sku_id", path, Limits.CustomId, required: true);
                Without(button, path, errors, "custom_id", "label", "url", "emoji");
                return;
            default:
                errors.CheckText(button, "custom_id", path, Limits.CustomId, required: true);
                Without(button, path, errors, "url", "sku_id");
                break;
        }

        if (string.IsNullOrWhiteSpace(button.Text("label")) && button.Object("emoji") is null)
            errors.Add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji.");
    }

    static void Without(JsonObject button, string path, FormErrors errors, params IEnumerable<string> fields)
    {
        foreach (var field in fields.Where(field => button[field] is not null))
        {
            errors.Add($"{path}.{field}", "BUTTON_COMPONENT_FIELD_EXCLUDED",
                $"A button of style {button.Whole("style")} cannot have {field}.");
        }
    }
}
