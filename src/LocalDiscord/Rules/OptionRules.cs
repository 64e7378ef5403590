using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>
/// Rules for a command's options.
/// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure
/// </summary>
static class OptionRules
{
    /// <param name="parent">The command, group or subcommand.</param>
    /// <param name="depth">0 directly in a command, 1 in a group, 2 in a subcommand, which has no subcommands of its own.</param>
    public static void CheckAll(JsonObject parent, string path, int depth, FormErrors errors)
    {
        var options = errors.CheckList(parent, "options", path, Limits.CommandOptions);
        var optional = false;
        for (var i = 0; i < options.Count; i++)
        {
            var at = FieldRules.Join(path, $"options.{i}");
            Check(options[i], at, depth, errors);
            if (options.Take(i).Any(earlier => earlier.Text("name") == options[i].Text("name")))
                errors.Add($"{at}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (options[i].Flag("required") && optional)
            {
                errors.Add($"{at}.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            }

            optional |= !options[i].Flag("required");
        }

        if (options.Any(IsSub) && !options.All(IsSub))
        {
            errors.Add(FieldRules.Join(path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
    }

    static void Check(JsonObject option, string path, int depth, FormErrors errors)
    {
        CommandRules.CheckName(option, path, errors);
        errors.CheckText(option, "description", path, Limits.CommandDescription, required: true);
        errors.CheckWhole(option, "type", path, OptionType.SubCommand, OptionType.Attachment, required: true);
        switch (option.Whole("type"))
        {
            case OptionType.SubCommandGroup when depth == 0:
                CheckAll(option, path, depth: 1, errors);
                break;
            case OptionType.SubCommand when depth <= 1:
                CheckAll(option, path, depth: 2, errors);
                break;
            case OptionType.SubCommandGroup or OptionType.SubCommand:
                errors.Add($"{path}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands cannot be nested this deep");
                break;
            case var type:
                CheckValueOption(option, path, type, errors);
                break;
        }
    }

    static void CheckValueOption(JsonObject option, string path, long? type, FormErrors errors)
    {
        var hasChoices = option["choices"] is JsonArray { Count: > 0 };
        if (type is OptionType.String or OptionType.Integer or OptionType.Number)
            ChoiceRules.Check(option, path, type, errors);
        else if (hasChoices || option.Flag("autocomplete"))
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Only string, integer and number options can have choices or autocomplete");
        }

        if (hasChoices && option.Flag("autocomplete"))
        {
            errors.Add($"{path}.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES",
                "Autocomplete and choices are mutually exclusive");
        }

        errors.CheckWhole(option, "min_length", path, 0, Limits.OptionText);
        errors.CheckWhole(option, "max_length", path, 1, Limits.OptionText);
    }

    static bool IsSub(JsonObject option) => option.Whole("type") is OptionType.SubCommand or OptionType.SubCommandGroup;
}
