using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal</summary>
static class ModalRules
{
    const int ActionRow = 1, TextInput = 4, TextDisplay = 10, Label = 18;

    static readonly long[] InLabel = [3, TextInput, 5, 6, 7, 8, 19, 21, 22, 23];

    public static void Check(JsonObject modal)
    {
        var errors = new FormErrors();
        errors.CheckText(modal, "custom_id", "data", Limits.CustomId, required: true);
        errors.CheckText(modal, "title", "data", Limits.ModalTitle, required: true);
        var components = errors.CheckList(modal, "components", "data", Limits.ModalComponents, min: 1, required: true);
        for (var i = 0; i < components.Count; i++)
            CheckTop(components[i], $"data.components.{i}", errors);
        errors.ThrowIfAny();
    }

    static void CheckTop(JsonObject component, string path, FormErrors errors)
    {
        switch (component.Whole("type"))
        {
            case Label:
                errors.CheckText(component, "label", path, Limits.LabelText, required: true);
                errors.CheckText(component, "description", path, Limits.LabelDescription);
                CheckInput(component.Object("component"), $"{path}.component", InLabel, errors);
                break;
            case TextDisplay:
                errors.CheckText(component, "content", path, Limits.DisplayedText, required: true);
                break;
            case ActionRow:
                var inputs = errors.CheckList(component, "components", path, max: 1, min: 1, required: true);
                foreach (var input in inputs)
                {
                    errors.CheckText(input, "label", $"{path}.components.0", Limits.LabelText, required: true);
                    CheckInput(input, $"{path}.components.0", [TextInput], errors);
                }

                break;
            default:
                errors.OneOf($"{path}.type", [ActionRow, TextDisplay, Label]);
                break;
        }
    }

    static void CheckInput(JsonObject? input, string path, long[] allowed, FormErrors errors)
    {
        if (input is null)
        {
            errors.Required(path);
            return;
        }

        if (input.Whole("type") is not { } type || !allowed.Contains(type))
            errors.OneOf($"{path}.type", allowed);
        errors.CheckText(input, "custom_id", path, Limits.CustomId, required: true);
        if (input["disabled"] is not null)
            errors.Add($"{path}.disabled", "MODAL_COMPONENT_DISABLED", "Components in modals cannot be disabled.");
        if (input.Whole("type") == TextInput)
            CheckTextInput(input, path, errors);
    }

    static void CheckTextInput(JsonObject input, string path, FormErrors errors)
    {
        errors.CheckWhole(input, "style", path, 1, 2, required: true);
        errors.CheckWhole(input, "min_length", path, 0, Limits.TextInput);
        errors.CheckWhole(input, "max_length", path, 1, Limits.TextInput);
        errors.CheckText(input, "value", path, Limits.TextInput, min: 0);
        errors.CheckText(input, "placeholder", path, Limits.InputPlaceholder, min: 0);
    }
}
