using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Commands;

/// <summary>The application's commands, global and of each guild. They are registered anew by each run of a bot and not kept.</summary>
sealed class CommandRegistry(Snowflakes ids)
{
    const int InDirectMessages = 1;

    readonly List<JsonObject> global = [];
    readonly Dictionary<string, List<JsonObject>> guilds = [];

    public IReadOnlyList<JsonObject> In(string? guildId) => Editable(guildId);

    /// <summary>What people can use: a guild's command hides a global one of the same name. In direct messages there are the global ones that go there.</summary>
    public IEnumerable<JsonObject> Usable(string? guildId) => guildId is null
        ? global.Where(command => command["contexts"] is not JsonArray contexts || contexts.Any(context => context.AsWhole() == InDirectMessages))
        : Editable(guildId).Concat(global).DistinctBy(Key);

    public JsonObject? Find(string? guildId, string id) => In(guildId).FirstOrDefault(command => command.Text("id") == id);

    /// <summary>Creates a command, or replaces the one with its name and type, which keeps its id.</summary>
    public (JsonObject Command, bool IsNew) Put(string? guildId, JsonObject asked)
    {
        var list = Editable(guildId);
        var old = list.FindIndex(command => Key(command) == Key(asked));
        if (old < 0)
        {
            list.Add(Complete(asked, guildId, null));
            return (list[^1], true);
        }

        return (list[old] = Complete(asked, guildId, list[old]), false);
    }

    /// <summary>Replaces the fields that the request names, and no others.</summary>
    public JsonObject Edit(string? guildId, JsonObject command, JsonObject edited)
    {
        var list = Editable(guildId);
        return list[list.IndexOf(command)] = Complete(edited, guildId, command);
    }

    /// <summary>Makes these the only commands. Answers whether anything changed.</summary>
    public bool Overwrite(string? guildId, IReadOnlyList<JsonObject> asked)
    {
        var list = Editable(guildId);
        var before = list.ToList();
        var after = asked.Select(command => Complete(command, guildId, before.Find(old => Key(old) == Key(command)))).ToList();
        list.Clear();
        list.AddRange(after);
        return !before.Select(Json.Text).SequenceEqual(after.Select(Json.Text));
    }

    public void Remove(string? guildId, JsonObject command) => Editable(guildId).Remove(command);

    List<JsonObject> Editable(string? guildId)
    {
        if (guildId is null)
            return global;
        if (!guilds.TryGetValue(guildId, out var commands))
            guilds[guildId] = commands = [];
        return commands;
    }

    static (string?, long) Key(JsonObject command) => (command.Text("name"), command.Whole("type") ?? 1);

    JsonObject Complete(JsonObject asked, string? guildId, JsonObject? old)
    {
        var command = new JsonObject
        {
            ["id"] = old?.Text("id") ?? ids.Next(),
            ["application_id"] = Seed.ApplicationId,
            ["version"] = "",
            ["default_member_permissions"] = asked["default_member_permissions"]?.ToString(),
            ["type"] = asked.Whole("type") ?? 1,
            ["name"] = asked.Text("name"),
            ["name_localizations"] = asked["name_localizations"]?.DeepClone(),
            ["description"] = asked.Text("description") ?? "",
            ["description_localizations"] = asked["description_localizations"]?.DeepClone(),
            ["nsfw"] = asked.Flag("nsfw"),
        };
        if (guildId is not null)
            command["guild_id"] = guildId;
        else
            (command["contexts"], command["integration_types"]) = (asked["contexts"]?.DeepClone(), asked["integration_types"]?.DeepClone() ?? new JsonArray(0));
        if (asked["options"] is JsonArray { Count: > 0 } options)
            command["options"] = options.DeepClone();
        // The version changes when the command does, so an unchanged list is answered unchanged.
        command["version"] = old?.Text("version");
        if (old is null || !JsonNode.DeepEquals(command, old))
            command["version"] = ids.Next();
        return command;
    }
}
