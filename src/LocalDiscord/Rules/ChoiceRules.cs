using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>
/// Choices of an option, and those that a bot suggests.
/// https://discord.com/developers/docs/interactions/application-commands (application command option choice structure)
/// </summary>
static class ChoiceRules
{
    /// <param name="from">The option or callback data with <c>choices</c>.</param>
    /// <param name="optionType">The option's type, which values must fit; null when any value will do.</param>
    public static void Check(JsonObject from, string path, long? optionType, FormErrors errors)
    {
        var choices = errors.CheckList(from, "choices", path, Limits.Choices);
        for (var i = 0; i < choices.Count; i++)
        {
            var at = FieldRules.Join(path, $"choices.{i}");
            errors.CheckText(choices[i], "name", at, Limits.ChoiceName, required: true);
            CheckValue(choices[i], at, optionType, errors);
        }
    }

    static void CheckValue(JsonObject choice, string path, long? optionType, FormErrors errors)
    {
        var value = choice["value"];
        if (value is null)
            errors.Required($"{path}.value");
        else if (value.AsText() is { Length: > Limits.ChoiceValue })
            errors.Add($"{path}.value", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.ChoiceValue} or fewer in length.");
        else if (!Fits(value, optionType))
        {
            errors.Add($"{path}.value", "APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE",
                $"Value \"{value}\" does not fit an option of type {optionType}.");
        }
    }

    static bool Fits(JsonNode value, long? optionType) => optionType switch
    {
        OptionType.String => value.AsText() is not null,
        OptionType.Integer => value.AsWhole() is not null,
        OptionType.Number => value.AsNumber() is not null,
        _ => value.AsText() is not null || value.AsNumber() is not null,
    };
}
