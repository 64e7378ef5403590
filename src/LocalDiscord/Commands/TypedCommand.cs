using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>A command as somebody typed it: <c>/channel add channel:&lt;#123&gt; latest:3</c>.</summary>
public sealed record TypedCommand
{
    public required string Name { get; init; }

    /// <summary>The subcommand; a group and its subcommand; or nothing.</summary>
    public required IReadOnlyList<string> Subcommands { get; init; }

    /// <summary>In the order in which they were typed.</summary>
    public required IReadOnlyList<TypedOption> Options { get; init; }

    /// <summary>
    /// Parses a command the way Discord's client does: choices, types, lengths and ranges are checked. An option's name may be
    /// left out (<c>/topic ferries</c>), and channels, users and roles are given by id (<c>&lt;#123&gt;</c> or <c>123</c>).
    /// </summary>
    /// <param name="commands">The array of commands that the bot registers with Discord.</param>
    /// <param name="isOnSeed">Whether channels, users and roles of the guild that every run starts with have names, as on the page.</param>
    public static bool TryParse(
        string text,
        JsonElement commands,
        [NotNullWhen(true)] out TypedCommand? command,
        [NotNullWhen(false)] out TypedCommandError? error,
        bool isOnSeed = false)
    {
        (command, error) = (null, null);
        try
        {
            IMentionResolver mentions = isOnSeed ? new SeedMentions() : new AnyId();
            var parser = new CommandLineParser([.. commands.EnumerateArray().Select(one => JsonObject.Create(one)!)], mentions);
            command = From(parser.Parse(text));
            return true;
        }
        catch (UserErrorException e)
        {
            error = new TypedCommandError(e.Message, e.Position ?? 0);
            return false;
        }
    }

    static TypedCommand From(ParsedCommand parsed) => new()
    {
        Name = parsed.Command.Text("name")!,
        Subcommands = [.. parsed.Path.Skip(1).Select(part => part.Text("name")!)],
        Options = [.. parsed.Values.Select(Option)],
    };

    static TypedOption Option(JsonObject value) => new(value.Text("name")!, (int)value.Whole("type")!, Element(value["value"]));

    static JsonElement Element(JsonNode? node)
    {
        using var document = JsonDocument.Parse(Json.Bytes(node));
        return document.RootElement.Clone();
    }
}

/// <param name="Type">Discord's application command option type, such as 3 for a string.</param>
/// <param name="Value">Text, a number or a boolean; for channels, users and roles the id as text.</param>
public sealed record TypedOption(string Name, int Type, JsonElement Value);

/// <param name="Message">What is wrong and what to write instead, as a sentence.</param>
/// <param name="Position">Where it is in the text, counted from 0.</param>
public sealed record TypedCommandError(string Message, int Position);
