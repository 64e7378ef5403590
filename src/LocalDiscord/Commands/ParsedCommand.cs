using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>A command that a user typed, with its options in the form that a bot receives.</summary>
sealed record ParsedCommand
{
    /// <summary>The command, followed by its group and subcommand if it has any.</summary>
    public required IReadOnlyList<JsonObject> Path { get; init; }

    /// <summary>Each has <c>name</c>, <c>type</c> and <c>value</c>.</summary>
    public required IReadOnlyList<JsonObject> Values { get; init; }

    /// <summary>Ids of the users, roles and channels in the values.</summary>
    public required IReadOnlyList<string> Mentioned { get; init; }

    public JsonObject Command => Path[0];

    /// <summary>Includes the group and subcommand: <c>channel add</c>.</summary>
    public string FullName => string.Join(' ', Path.Select(part => part.Text("name")));

    /// <summary>The interaction's <c>data.options</c>, in which a subcommand contains its own options.</summary>
    public JsonArray Options()
    {
        var options = Json.ArrayOf(Values);
        foreach (var sub in Path.Skip(1).Reverse())
            options = new JsonArray(new JsonObject { ["name"] = sub.Text("name"), ["type"] = sub.Whole("type"), ["options"] = options });
        return options;
    }
}
