using System.Text.Json.Nodes;

namespace LocalDiscord.Rules;

/// <summary>
/// All errors of a request as Discord's tree: field names and array positions lead to <c>_errors</c>.
/// https://discord.com/developers/docs/reference#error-messages
/// </summary>
sealed class FormErrors
{
    readonly JsonObject tree = [];

    public bool Any => tree.Count > 0;

    /// <param name="path">The field, such as <c>embeds.0.title</c>; empty for the request as a whole.</param>
    /// <param name="code">Discord's code, such as <c>BASE_TYPE_REQUIRED</c>.</param>
    public void Add(string path, string code, string message)
    {
        var node = tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next)
                node[step] = next = [];
            node = next;
        }

        if (node["_errors"] is not JsonArray errors)
            node["_errors"] = errors = [];
        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void OneOf(string path, IEnumerable<long> allowed) =>
        Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");

    public void ThrowIfAny()
    {
        if (Any)
            throw DiscordError.InvalidForm(tree);
    }

    public static DiscordException Missing(string path)
    {
        var errors = new FormErrors();
        errors.Required(path);
        return DiscordError.InvalidForm(errors.tree);
    }

    public static DiscordException Single(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return DiscordError.InvalidForm(errors.tree);
    }
}
