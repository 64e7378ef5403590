using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>
/// The ids in a request. Bots send them as text or as numbers; here they become text, so that everything else reads one form.
/// https://discord.com/developers/docs/reference#id-serialization
/// </summary>
static class IdFields
{
    /// <summary>
    /// What has a snowflake as its <c>id</c>; without a name, the whole body or an item of it. A component's <c>id</c> is another number.
    /// </summary>
    static readonly HashSet<string> Owners =
        ["", "attachments", "available_tags", "default_values", "emoji", "permission_overwrites", "permissions"];

    /// <summary>Lists of ids whose names don't say so.</summary>
    static readonly HashSet<string> Lists = ["applied_tags", "messages", "roles", "users"];

    /// <summary>Names that end like those of ids.</summary>
    static readonly HashSet<string> Others = ["custom_id"];

    /// <summary>Replaces each id in a body with its text.</summary>
    /// <param name="name">The name of the field whose value is read, if it isn't a whole body.</param>
    /// <exception cref="DiscordException">50035 with the place of everything that stands for an id but isn't one.</exception>
    public static void Read(JsonNode? body, string name = "")
    {
        var errors = new FormErrors();
        Read(body, name, path: name, errors);
        errors.ThrowIfAny();
    }

    /// <param name="place">What the error names, such as <c>channel_id</c>.</param>
    public static void Check(string id, string place, FormErrors errors)
    {
        if (!Snowflakes.TryParse(id, out _))
            Add(errors, place, id);
    }

    static void Read(JsonNode? node, string name, string path, FormErrors errors)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var at = FieldRules.Join(path, i.ToString(CultureInfo.InvariantCulture));
                    if (IsListOfIds(name))
                        list[i] = Text(list[i], at, errors);
                    else
                        Read(list[i], name, at, errors);
                }

                break;
            case JsonObject fields:
                foreach (var (field, value) in fields.ToList())
                {
                    var at = FieldRules.Join(path, field);
                    if (IsId(field, name) && value is not null)
                        fields[field] = Text(value, at, errors);
                    else
                        Read(value, field, at, errors);
                }

                break;
        }
    }

    static bool IsListOfIds(string name) => Lists.Contains(name) || name.EndsWith("_ids", StringComparison.Ordinal);

    static bool IsId(string field, string owner) => field == "id"
        ? Owners.Contains(owner)
        : field.EndsWith("_id", StringComparison.Ordinal) && !Others.Contains(field);

    static JsonNode? Text(JsonNode? value, string at, FormErrors errors)
    {
        if (Snowflakes.Text(value) is { } text)
            return text;
        Add(errors, at, value?.ToString() ?? "None");
        return value?.DeepClone();
    }

    static void Add(FormErrors errors, string at, string value) =>
        errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
}
