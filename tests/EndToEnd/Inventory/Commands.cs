using System.Text.Json;

namespace EndToEnd.Tests.Inventory;

/// <summary>The commands as they are registered: everything but the texts that describe them.</summary>
static class Commands
{
    static readonly string[] Kinds =
    [
        "", "subcommand", "group", "text", "whole number", "yes or no", "user", "channel", "role", "mentionable", "number", "file",
    ];

    /// <summary>Shown in other ways, left out because it is wording, or given anew at each registration.</summary>
    static readonly HashSet<string> Told =
    [
        "id", "application_id", "version", "type", "name", "description", "description_localizations", "options", "required", "choices",
    ];

    public static IEnumerable<string> Of(JsonElement commands) =>
        commands.EnumerateArray().OrderBy(Type).ThenBy(Name, StringComparer.Ordinal)
            .SelectMany(command => Lines(command, OfKind(command), ""));

    static IEnumerable<string> Lines(JsonElement one, string what, string indent)
    {
        yield return $"{indent}- {what}{Rest(one)}{Choices(one)}{Locales(one)}";
        if (!one.TryGetProperty("options", out var options))
            yield break;
        foreach (var option in options.EnumerateArray())
        {
            var isRequired = option.TryGetProperty("required", out var required) && required.GetBoolean();
            var kind = $"`{Name(option)}`, {Kinds[Type(option)]}{(isRequired ? ", required" : "")}";
            foreach (var line in Lines(option, kind, indent + "  "))
                yield return line;
        }
    }

    static string OfKind(JsonElement command) => Type(command) switch
    {
        1 => $"`/{Name(command)}`",
        2 => $"on a user: `{Name(command)}`",
        3 => $"on a message: `{Name(command)}`",
        var type => $"type {type}: `{Name(command)}`",
    };

    /// <summary>Permissions, contexts, limits and whatever else is said of it, under Discord's names.</summary>
    static string Rest(JsonElement one) => string.Concat(one.EnumerateObject()
        .Where(property => !Told.Contains(property.Name) && property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $", {property.Name} {property.Value.GetRawText()}"));

    static string Choices(JsonElement one) => one.TryGetProperty("choices", out var choices)
        ? $", one of {string.Join(", ", choices.EnumerateArray().Select(choice => $"`{choice.GetProperty("value")}`"))}"
        : "";

    static string Locales(JsonElement one) =>
        one.TryGetProperty("description_localizations", out var texts) && texts.ValueKind is JsonValueKind.Object
        ? $", described in {string.Join(", ", texts.EnumerateObject().Select(text => text.Name).Order(StringComparer.Ordinal))}"
        : "";

    static int Type(JsonElement one) => one.GetProperty("type").GetInt32();

    static string Name(JsonElement one) => one.GetProperty("name").GetString()!;
}
