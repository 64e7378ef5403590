using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>Rules for a command. https://discord.com/developers/docs/interactions/application-commands</summary>
static partial class CommandRules
{
    const int SlashCommand = 1, UserCommand = 2, MessageCommand = 3;

    /// <summary>The list of a bulk overwrite. Errors are grouped by position.</summary>
    public static void CheckAll(IReadOnlyList<JsonObject> commands)
    {
        var errors = new FormErrors();
        for (var i = 0; i < commands.Count; i++)
            Check(commands[i], $"{i}", errors);
        for (var i = 0; i < commands.Count; i++)
        {
            if (commands.Take(i).Any(earlier => IsSame(earlier, commands[i])))
                errors.Add($"{i}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }

        if (commands.Count(command => Kind(command) == SlashCommand) > Limits.SlashCommands)
            errors.Add("", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.SlashCommands} or fewer slash commands.");
        foreach (var kind in new[] { UserCommand, MessageCommand })
        {
            if (commands.Count(command => Kind(command) == kind) > Limits.MenuCommands)
                errors.Add("", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.MenuCommands} or fewer commands of type {kind}.");
        }

        errors.ThrowIfAny();
    }

    public static void CheckOne(JsonObject command)
    {
        var errors = new FormErrors();
        Check(command, "", errors);
        errors.ThrowIfAny();
    }

    /// <summary>Letters and digits of any script, - _ and ', in lowercase where the script has it.</summary>
    public static void CheckName(JsonObject named, string path, FormErrors errors)
    {
        errors.CheckText(named, "name", path, Limits.CommandName, required: true);
        if (named.Text("name") is { Length: > 0 and <= Limits.CommandName } name
            && (!SlashName().IsMatch(name) || name.Any(char.IsUpper)))
            errors.Add(FieldRules.Join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", $"Command name is invalid: {name}");
    }

    static void Check(JsonObject command, string path, FormErrors errors)
    {
        errors.CheckWhole(command, "type", path, SlashCommand, MessageCommand);
        if (command["default_member_permissions"] is { } permissions && !Snowflakes.TryParse(permissions.ToString(), out _))
        {
            errors.Add(FieldRules.Join(path, "default_member_permissions"), "NUMBER_TYPE_COERCE",
                $"Value \"{permissions}\" is not a permission bit set.");
        }

        if (Kind(command) != SlashCommand)
        {
            CheckMenuCommand(command, path, errors);
            return;
        }

        CheckName(command, path, errors);
        errors.CheckText(command, "description", path, Limits.CommandDescription, required: true);
        OptionRules.CheckAll(command, path, depth: 0, errors);
        if (Size(command) > Limits.CommandSize)
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({Limits.CommandSize})");
    }

    static void CheckMenuCommand(JsonObject command, string path, FormErrors errors)
    {
        errors.CheckText(command, "name", path, Limits.CommandName, required: true);
        if (!string.IsNullOrEmpty(command.Text("description")))
        {
            errors.Add(FieldRules.Join(path, "description"), "APPLICATION_COMMANDS_CONTEXT_MENU_NO_DESCRIPTION",
                "Context menu commands cannot have descriptions");
        }

        if (command["options"] is JsonArray { Count: > 0 })
        {
            errors.Add(FieldRules.Join(path, "options"), "APPLICATION_COMMANDS_CONTEXT_MENU_NO_OPTIONS",
                "Context menu commands cannot have options");
        }
    }

    static bool IsSame(JsonObject one, JsonObject other) => Kind(one) == Kind(other) && one.Text("name") == other.Text("name");

    static long Kind(JsonObject command) => command.Whole("type") ?? SlashCommand;

    static int Size(JsonObject part) =>
        (part.Text("name")?.Length ?? 0) + (part.Text("description")?.Length ?? 0)
        + part.Objects("options").Sum(Size)
        + part.Objects("choices").Sum(choice => (choice.Text("name")?.Length ?? 0) + (choice["value"]?.ToString().Length ?? 0));

    // The documentation's \p{sc=Deva} and \p{sc=Thai}: .NET names scripts by their Unicode blocks.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex SlashName();
}
