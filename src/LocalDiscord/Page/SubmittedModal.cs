using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>
/// Checks what a user filled into a modal, as Discord's client does.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
/// </summary>
static class SubmittedModal
{
    const int TextInput = 4;

    /// <exception cref="UserErrorException">An input is missing or unknown, or its value is too short, too long or not offered.</exception>
    public static JsonObject Read(JsonObject modal, JsonObject submitted, Guild guild)
    {
        var filled = Inputs(submitted).ToList();
        foreach (var input in filled.Where(input => input["values"] is not null))
            input["values"] = Json.ArrayOf(input.IdsOrNames("values").ToList());
        foreach (var input in Inputs(modal))
        {
            var answer = filled.Find(one => one.Text("custom_id") == input.Text("custom_id"));
            Check(input, answer);
            if (Components.IsSelect(input.Whole("type")) && answer?.List("values").Any() == true)
                SelectedValues.Check(input, [.. answer.Texts("values")], guild);
        }

        if (filled.Find(one => Inputs(modal).All(input => input.Text("custom_id") != one.Text("custom_id"))) is { } unknown)
            throw new UserErrorException($"The form has no \"{unknown.Text("custom_id")}\".");
        return new JsonObject { ["custom_id"] = modal.Text("custom_id"), ["components"] = Json.ArrayOf(submitted.Objects("components")) };
    }

    /// <summary>Ids of the users, roles and channels that were chosen.</summary>
    public static IEnumerable<string> Chosen(JsonObject modal, JsonObject submitted)
    {
        var menus = Inputs(modal)
            .Where(input => Components.IsSelect(input.Whole("type")) && input.Whole("type") != Components.StringSelect)
            .Select(input => input.Text("custom_id")).ToHashSet();
        return Inputs(submitted).Where(input => menus.Contains(input.Text("custom_id"))).SelectMany(input => input.Texts("values"));
    }

    static void Check(JsonObject input, JsonObject? filled)
    {
        var name = input.Text("label") ?? input.Text("custom_id");
        var isRequired = !input["required"].AsBoolean(out var required) || required;
        var isEmpty = filled is null || (string.IsNullOrEmpty(filled["value"]?.ToString()) && !filled.List("values").Any());
        if (isEmpty && isRequired)
            throw new UserErrorException($"{name} is required.");
        if (isEmpty || input.Whole("type") != TextInput)
            return;
        var length = filled!.Text("value")!.Length;
        var (min, max) = (input.Whole("min_length") ?? 0, input.Whole("max_length") ?? Limits.TextInput);
        if (length < min || length > max)
            throw new UserErrorException($"{name} can have {min} to {max} characters.");
    }

    /// <summary>The inputs in labels, and in the action rows that modals had before there were labels.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonObject form) =>
        form.Objects("components").SelectMany(top => top.Object("component") is { } input ? [input] : top.Objects("components"));
}
