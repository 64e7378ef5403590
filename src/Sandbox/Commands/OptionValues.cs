using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Commands;

/// <summary>Turns typed text into an option's value, as Discord's client does before it sends a command.</summary>
sealed partial class OptionValues(Guild guild)
{
    readonly List<string> mentioned = [];

    /// <summary>Ids of users, roles and channels that were read so far.</summary>
    public IReadOnlyList<string> Mentioned => mentioned;

    /// <exception cref="PersonsMistake">The text is no value for this option.</exception>
    public JsonNode Read(JsonObject option, string text)
    {
        var name = option.Text("name")!;
        var type = (int)option.Whole("type")!.Value;
        var value = option["choices"] is JsonArray { Count: > 0 } ? Choice(option, text) : type switch
        {
            OptionType.String => Text(option, text),
            OptionType.Integer => Whole(option, text),
            OptionType.Number => Number(option, text),
            OptionType.Boolean => Boolean(name, text),
            OptionType.Attachment => throw new PersonsMistake($"{name} is a file, and the local Discord takes none."),
            _ => Mention(option, type, text),
        };
        return Json(option, value);
    }

    /// <summary>A value that may still be incomplete: checked by nobody, numbers included.</summary>
    public static JsonObject Unfinished(JsonObject option, string text) => Json(option, text);

    static JsonObject Json(JsonObject option, JsonNode value) => new()
    {
        ["name"] = option.Text("name"),
        ["type"] = option.Whole("type"),
        ["value"] = value,
    };

    static JsonNode Choice(JsonObject option, string text) =>
        option.Objects("choices").FirstOrDefault(choice =>
            string.Equals(choice.Text("name"), text, StringComparison.OrdinalIgnoreCase) || choice["value"]!.ToString() == text)?["value"]!.DeepClone()
        ?? throw new PersonsMistake($"{option.Text("name")} is one of: {string.Join(", ", option.Objects("choices").Select(choice => choice.Text("name")))}.");

    static JsonNode Text(JsonObject option, string text)
    {
        var (name, min, max) = (option.Text("name"), option.Whole("min_length") ?? 0, option.Whole("max_length") ?? Rules.Limits.OptionText);
        if (text.Length == 0)
            throw new PersonsMistake($"{name} is empty. Write {name}:something.");
        if (text.Length < min || text.Length > max)
            throw new PersonsMistake($"{name} has {text.Length} characters; it may have {min} to {max}.");
        return text;
    }

    static JsonNode Whole(JsonObject option, string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1L << 53)
            throw new PersonsMistake($"{option.Text("name")} is a whole number, and \"{text}\" is not.");
        CheckRange(option, number);
        return number;
    }

    static JsonNode Number(JsonObject option, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new PersonsMistake($"{option.Text("name")} is a number, and \"{text}\" is not.");
        CheckRange(option, number);
        return number;
    }

    static void CheckRange(JsonObject option, double number)
    {
        if (option["min_value"].AsNumber() is { } min && number < min)
            throw new PersonsMistake(string.Create(CultureInfo.InvariantCulture, $"{option.Text("name")} is {min} or more."));
        if (option["max_value"].AsNumber() is { } max && number > max)
            throw new PersonsMistake(string.Create(CultureInfo.InvariantCulture, $"{option.Text("name")} is {max} or less."));
    }

    static JsonNode Boolean(string name, string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => throw new PersonsMistake($"{name} is true or false."),
    };

    JsonNode Mention(JsonObject option, int type, string text)
    {
        var id = Named().Match(text) is { Success: true } mention ? mention.Groups["id"].Value : text;
        var found = type switch
        {
            OptionType.Channel => Channel(option, id),
            OptionType.User => User(id),
            OptionType.Role => Role(id),
            _ => User(id) ?? Role(id),
        };
        if (found is null)
            throw new PersonsMistake($"{option.Text("name")}: there is no {Kind(type)} \"{text}\". Write {Example(type)}.");
        mentioned.Add(found);
        return found;
    }

    string? Channel(JsonObject option, string text)
    {
        var channel = guild.Channel(text) ?? guild.ChannelNamed(text.TrimStart('#'));
        var allowed = option.List("channel_types").Select(type => type.AsWhole()).ToList();
        if (channel is not null && allowed.Count > 0 && !allowed.Contains(channel.Whole("type")))
            throw new PersonsMistake($"{option.Text("name")}: #{channel.Text("name")} is not of a type that the command takes.");
        return channel?.Text("id");
    }

    string? User(string text) =>
        guild.Members.Select(member => member.Object("user")!)
            .FirstOrDefault(user => user.Text("id") == text || user.Text("username") == text.TrimStart('@'))?.Text("id");

    string? Role(string text) =>
        guild.Roles.FirstOrDefault(role => role.Text("id") == text || role.Text("name")!.TrimStart('@') == text.TrimStart('@'))?.Text("id");

    static string Kind(int type) => type switch
    {
        OptionType.Channel => "channel",
        OptionType.User => "user",
        OptionType.Role => "role",
        _ => "user or role",
    };

    static string Example(int type) => type == OptionType.Channel ? "#news" : "@name";

    [GeneratedRegex("^<(#|@!?|@&)(?<id>[0-9]{17,19})>$")]
    private static partial Regex Named();
}
