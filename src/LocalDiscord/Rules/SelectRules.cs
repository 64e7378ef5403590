using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>Rules for select menus of every type. https://discord.com/developers/docs/components/reference#string-select</summary>
static class SelectRules
{
    public static void Check(JsonObject select, string path, FormErrors errors)
    {
        errors.CheckText(select, "custom_id", path, Limits.CustomId, required: true);
        errors.CheckText(select, "placeholder", path, Limits.Placeholder, min: 0);
        errors.CheckWhole(select, "min_values", path, 0, Limits.SelectOptions);
        errors.CheckWhole(select, "max_values", path, 1, Limits.SelectOptions);
        var (min, max) = (select.Whole("min_values") ?? 1, select.Whole("max_values") ?? 1);
        if (min > max)
            errors.Add($"{path}.min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to max_values ({max}).");
        if (select.Whole("type") == Components.StringSelect)
            CheckOptions(select, path, errors);
        else if (select.Objects("default_values").Count() is > 0 and var given && (given < min || given > max))
            errors.Add($"{path}.default_values", "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
    }

    static void CheckOptions(JsonObject select, string path, FormErrors errors)
    {
        var options = errors.CheckList(select, "options", path, Limits.SelectOptions, min: 1, required: true);
        for (var i = 0; i < options.Count; i++)
        {
            errors.CheckText(options[i], "label", $"{path}.options.{i}", Limits.SelectText, required: true);
            errors.CheckText(options[i], "value", $"{path}.options.{i}", Limits.SelectText, required: true);
            errors.CheckText(options[i], "description", $"{path}.options.{i}", Limits.SelectText, min: 0);
            if (options.Take(i).Any(earlier => earlier.Text("value") == options[i].Text("value")))
            {
                errors.Add($"{path}.options.{i}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used");
            }
        }

        if (options.Count > 0 && (select.Whole("max_values") ?? 1) > options.Count)
        {
            errors.Add($"{path}.max_values", "NUMBER_TYPE_MAX",
                $"int value should be less than or equal to {options.Count}, the number of options.");
        }
    }
}
