using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>The application's global commands and those of each guild. Bots register them on each start, so they aren't saved.</summary>
sealed class CommandRegistry(Snowflakes ids)
{
    const int InDirectMessages = 1;

    readonly List<JsonObject> global = [];
    readonly Dictionary<string, List<JsonObject>> guilds = [];

    public IReadOnlyList<JsonObject> Registered(string? guildId) => Editable(guildId);

    /// <summary>
    /// The commands that exist in a channel. A guild's command hides a global one of the same name; direct messages have the
    /// global commands that allow them.
    /// </summary>
    public IEnumerable<JsonObject> In(JsonObject channel) => channel.Text("guild_id") is { } guildId
        ? InGuild(guildId)
        : global.Where(WorksInDirectMessages);

    public IEnumerable<JsonObject> InGuild(string guildId) => Editable(guildId).Concat(global).DistinctBy(Key);

    public JsonObject? Find(string? guildId, string id) => Editable(guildId).Find(command => command.Text("id") == id);

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

    /// <summary>Replaces a command; <paramref name="edited"/> has all of its fields.</summary>
    public JsonObject Edit(string? guildId, JsonObject command, JsonObject edited)
    {
        var list = Editable(guildId);
        return list[list.IndexOf(command)] = Complete(edited, guildId, command);
    }

    /// <summary>Replaces all commands. Returns whether anything changed.</summary>
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

    static bool WorksInDirectMessages(JsonObject command) =>
        command["contexts"] is not JsonArray contexts || contexts.Any(context => context.AsWhole() == InDirectMessages);

    List<JsonObject> Editable(string? guildId)
    {
        if (guildId is null)
            return global;
        if (!guilds.TryGetValue(guildId, out var commands))
            guilds[guildId] = commands = [];
        return commands;
    }

    static (string?, long) Key(JsonObject command) => (command.Text("name"), command.Whole("type") ?? 1);

    // Guild installation (0) is Discord's default.
    static JsonNode IntegrationTypes(JsonObject asked) => asked["integration_types"]?.DeepClone() ?? new JsonArray(0);

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
            (command["contexts"], command["integration_types"]) = (asked["contexts"]?.DeepClone(), IntegrationTypes(asked));
        if (asked["options"] is JsonArray { Count: > 0 } options)
        {
            command["options"] = options.DeepClone();
            Json.RemoveNulls(command["options"]);
        }

        // The version changes only with the command, so registering the same commands again changes nothing.
        command["version"] = old?.Text("version");
        if (old is null || !JsonNode.DeepEquals(command, old))
            command["version"] = ids.Next();
        return command;
    }
}
