using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Commands;

/// <summary>
/// Reads <c>/name [group] [subcommand] option:value …</c>. A value runs to the next option's name, or stands in quotes;
/// a value without a name belongs to the first option that has none yet.
/// </summary>
sealed class CommandLine(IReadOnlyCollection<JsonObject> commands, Guild guild)
{
    const int SlashCommand = 1;

    /// <exception cref="PersonsMistake">There is no such command, or its options are wrong.</exception>
    public TypedCommand Read(string text)
    {
        var (command, path, rest) = Find(text);
        var options = path[^1].Objects("options").ToList();
        var typed = OptionText.Split(rest, options, FullName(path));
        var reader = new OptionValues(guild);
        var values = typed.Select(one => reader.Read(one.Option, one.Text)).ToList();
        if (options.Find(option => option.Flag("required") && typed.All(one => one.Option != option)) is { } missing)
            throw new PersonsMistake($"/{FullName(path)} needs {missing.Text("name")}. Write /{FullName(path)} {missing.Text("name")}:…");
        return Typed(command, path, values, reader.Mentioned);
    }

    /// <summary>Reads a command that is still being typed: its last option has the focus.</summary>
    /// <exception cref="PersonsMistake">There is no such command, or the bot suggests nothing for this option.</exception>
    public TypedCommand ReadUnfinished(string text)
    {
        var (command, path, rest) = Find(text);
        var options = path[^1].Objects("options").ToList();
        var typed = OptionText.Split(rest, options, FullName(path));
        if (typed.Count == 0 && options.Count > 0)
            typed = [new OptionText(options[0], "")];
        if (typed.Count == 0 || !typed[^1].Option.Flag("autocomplete"))
            throw new PersonsMistake($"/{FullName(path)} suggests nothing here.");
        var values = typed.Select(one => OptionValues.Unfinished(one.Option, one.Text)).ToList();
        values[^1]["focused"] = true;
        return Typed(command, path, values, []);
    }

    /// <summary>The command, the way down from it to what has plain options, and the text after that.</summary>
    (JsonObject Command, IReadOnlyList<JsonObject> Path, string Remaining) Find(string text)
    {
        text = text.Trim();
        if (!text.StartsWith('/'))
            throw new PersonsMistake("A command begins with /. " + Known(commands, "/"));
        var (name, rest) = FirstWord(text[1..]);
        var slash = commands.Where(command => command.Whole("type") == SlashCommand).ToList();
        var command = slash.Find(command => command.Text("name") == name)
            ?? throw new PersonsMistake($"There is no command /{name}. {Known(slash, "/")}");
        var path = new List<JsonObject> { command };
        while (path[^1].Objects("options").Any(IsSub))
        {
            (name, rest) = FirstWord(rest);
            var subs = path[^1].Objects("options").ToList();
            path.Add(subs.Find(sub => sub.Text("name") == name)
                ?? throw new PersonsMistake($"/{FullName(path)} needs one of its subcommands. {Known(subs, "")}"));
        }

        return (command, path, rest);
    }

    static TypedCommand Typed(JsonObject command, IReadOnlyList<JsonObject> path, IEnumerable<JsonNode> values, IReadOnlyList<string> mentioned)
    {
        var options = new JsonArray([.. values]);
        foreach (var sub in path.Skip(1).Reverse())
            options = new JsonArray(new JsonObject { ["name"] = sub.Text("name"), ["type"] = sub.Whole("type"), ["options"] = options });
        return new TypedCommand { Command = command, FullName = FullName(path), Options = options, Mentioned = mentioned };
    }

    static bool IsSub(JsonObject option) => option.Whole("type") is OptionType.SubCommand or OptionType.SubCommandGroup;

    static string FullName(IEnumerable<JsonObject> path) => string.Join(' ', path.Select(part => part.Text("name")));

    static (string Word, string Remaining) FirstWord(string text)
    {
        var words = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "");
    }

    static string Known(IEnumerable<JsonObject> named, string prefix)
    {
        var names = named.Select(one => prefix + one.Text("name")).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "No command is registered." : $"Known: {string.Join(", ", names)}.";
    }
}
