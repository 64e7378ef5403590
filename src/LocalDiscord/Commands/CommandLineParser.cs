using System.Text.Json.Nodes;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>
/// Parses <c>/name [group] [subcommand] option:value …</c>. A value ends at the next option's name, or is quoted; a value
/// without a name goes to the first option that has none.
/// </summary>
sealed class CommandLineParser(IReadOnlyCollection<JsonObject> commands, IMentionResolver mentions)
{
    const int SlashCommand = 1;

    readonly List<JsonObject> slashCommands = [.. commands.Where(command => (command.Whole("type") ?? SlashCommand) == SlashCommand)];

    /// <exception cref="UserErrorException">There is no such command, or its options are wrong.</exception>
    public ParsedCommand Parse(string text)
    {
        var (path, rest) = Find(text);
        var options = path[^1].Objects("options").ToList();
        var typed = OptionText.Split(rest, options, FullName(path));
        var values = new OptionValues(mentions);
        var parsed = typed.Select(values.Parse).ToList();
        if (options.Find(option => option.Flag("required") && typed.All(one => one.Option != option)) is { } missing)
        {
            throw new UserErrorException(
                $"{missing.Text("name")} is missing. Write /{FullName(path)} {missing.Text("name")}:…", text.TrimEnd().Length);
        }

        return new() { Path = path, Values = parsed, Mentioned = values.Mentioned };
    }

    /// <summary>Parses a command that is still being typed: its last option has the focus.</summary>
    /// <exception cref="UserErrorException">There is no such command, or its last option has no suggestions.</exception>
    public ParsedCommand ParseUnfinished(string text)
    {
        var (path, rest) = Find(text);
        var options = path[^1].Objects("options").ToList();
        var typed = OptionText.Split(rest, options, FullName(path));
        if (typed.Count == 0 && options.Count > 0)
            typed = [new OptionText(options[0], rest)];
        if (typed.Count == 0 || !typed[^1].Option.Flag("autocomplete"))
            throw rest.Error($"/{FullName(path)} has no suggestions here.");
        var values = typed.Select(OptionValues.Unfinished).ToList();
        values[^1]["focused"] = true;
        return new() { Path = path, Values = values, Mentioned = [] };
    }

    /// <summary>The command and its subcommands down to the one that has the options, and the text after them.</summary>
    (IReadOnlyList<JsonObject> Path, TypedText After) Find(string text)
    {
        var line = new TypedText(text, 0).Trim();
        if (!line.Text.StartsWith('/'))
            throw line.Error($"A command starts with /. {Commands()}");
        var (word, rest) = line[1..].FirstWord();
        var command = slashCommands.Find(command => command.Text("name") == word.Text)
            ?? throw word.Error($"There is no command /{word.Text}. {Commands()}");
        var path = new List<JsonObject> { command };
        while (path[^1].Objects("options").Any(IsSubcommand))
        {
            (word, rest) = rest.FirstWord();
            path.Add(path[^1].Objects("options").FirstOrDefault(sub => sub.Text("name") == word.Text)
                ?? throw word.Error(NoSubcommand(path, word.Text)));
        }

        return (path, rest);
    }

    static bool IsSubcommand(JsonObject option) => option.Whole("type") is OptionType.SubCommand or OptionType.SubCommandGroup;

    static string FullName(IEnumerable<JsonObject> path) => string.Join(' ', path.Select(part => part.Text("name")));

    string Commands() => slashCommands.Count == 0
        ? "No commands are registered."
        : $"Commands: {Names(slashCommands, "/")}.";

    static string NoSubcommand(List<JsonObject> path, string word)
    {
        var subcommands = Names(path[^1].Objects("options"), "");
        return word.Length == 0
            ? $"/{FullName(path)} needs a subcommand: {subcommands}."
            : $"/{FullName(path)} has no subcommand {word}. Subcommands: {subcommands}.";
    }

    static string Names(IEnumerable<JsonObject> named, string prefix) =>
        string.Join(", ", named.Select(one => prefix + one.Text("name")).Order(StringComparer.Ordinal));
}
