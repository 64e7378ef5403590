using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>Converts the text of options into values, as Discord's client does before it sends a command.</summary>
sealed partial class OptionValues(IMentionResolver mentions)
{
    // Discord's client sends no integer that a JavaScript number can't hold exactly.
    const long LargestInteger = 1L << 53;

    readonly List<string> mentioned = [];

    /// <summary>Ids of the users, roles and channels in the values so far.</summary>
    public IReadOnlyList<string> Mentioned => mentioned;

    /// <exception cref="UserErrorException">The text is not a value of this option.</exception>
    public JsonObject Parse(OptionText typed)
    {
        var type = (int)typed.Option.Whole("type")!.Value;
        var isText = type == OptionType.String && typed.Option["choices"] is not JsonArray { Count: > 0 };
        if (!isText)
            typed = typed with { Text = typed.Text.Unquote() };
        var value = typed.Option["choices"] is JsonArray { Count: > 0 } ? Choice(typed) : type switch
        {
            OptionType.String => Text(typed),
            OptionType.Integer => Integer(typed),
            OptionType.Number => Number(typed),
            OptionType.Boolean => Boolean(typed),
            OptionType.Attachment => mentions.AttachmentId(typed.Text.Text)
                ?? throw typed.Error($"{typed.Name} takes a file. On the page of the local Discord, choose one from the suggestions."),
            _ => Mention(typed, type),
        };
        return Json(typed.Option, value);
    }

    /// <summary>A value that may be incomplete: nothing is checked, and numbers stay text.</summary>
    public static JsonObject Unfinished(OptionText typed) => Json(typed.Option, typed.Text.Text);

    static JsonObject Json(JsonObject option, JsonNode value) => new()
    {
        ["name"] = option.Text("name"),
        ["type"] = option.Whole("type"),
        ["value"] = value,
    };

    static JsonNode Choice(OptionText typed)
    {
        var choices = typed.Option.Objects("choices").ToList();
        var chosen = choices.Find(choice =>
            string.Equals(choice.Text("name"), typed.Text.Text, StringComparison.OrdinalIgnoreCase)
            || choice["value"]!.ToString() == typed.Text.Text);
        return chosen?["value"]!.DeepClone()
            ?? throw typed.Error($"{typed.Name} must be one of: {string.Join(", ", choices.Select(choice => choice.Text("name")))}.");
    }

    static JsonNode Text(OptionText typed)
    {
        var length = typed.Text.Length;
        var (min, max) = (typed.Option.Whole("min_length") ?? 0, typed.Option.Whole("max_length") ?? Limits.OptionText);
        if (length == 0)
            throw typed.Error($"{typed.Name} is empty. Write {typed.Name}:something.");
        if (length < min || length > max)
            throw typed.Error($"{typed.Name} can have {min} to {max} characters, but this has {length}.");
        return typed.Text.Text;
    }

    static JsonNode Integer(OptionText typed)
    {
        if (!long.TryParse(typed.Text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number is <= -LargestInteger or >= LargestInteger)
            throw typed.Error($"{typed.Name} must be a whole number, but \"{typed.Text.Text}\" isn't one.");
        CheckRange(typed, number);
        return number;
    }

    static JsonNode Number(OptionText typed)
    {
        if (!double.TryParse(typed.Text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw typed.Error($"{typed.Name} must be a number, but \"{typed.Text.Text}\" isn't one.");
        CheckRange(typed, number);
        return number;
    }

    static void CheckRange(OptionText typed, double number)
    {
        if (typed.Option["min_value"].AsNumber() is { } min && number < min)
            throw typed.Error(string.Create(CultureInfo.InvariantCulture, $"{typed.Name} must be {min} or more."));
        if (typed.Option["max_value"].AsNumber() is { } max && number > max)
            throw typed.Error(string.Create(CultureInfo.InvariantCulture, $"{typed.Name} must be {max} or less."));
    }

    static JsonNode Boolean(OptionText typed) => typed.Text.Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => throw typed.Error($"{typed.Name} must be true or false."),
    };

    JsonNode Mention(OptionText typed, int type)
    {
        var text = MentionPattern().Match(typed.Text.Text) is { Success: true } mention ? mention.Groups["id"].Value : typed.Text.Text;
        var id = type switch
        {
            OptionType.Channel => Channel(typed, text),
            OptionType.User => mentions.UserId(text),
            OptionType.Role => mentions.RoleId(text),
            _ => mentions.UserId(text) ?? mentions.RoleId(text),
        };
        if (id is null)
            throw typed.Error($"There is no {Kind(type)} \"{typed.Text.Text}\". Write {typed.Name}:{mentions.Example(type)}.");
        mentioned.Add(id);
        return id;
    }

    string? Channel(OptionText typed, string text)
    {
        var channel = mentions.Channel(text);
        var allowed = typed.Option.List("channel_types").Select(type => type.AsWhole()).ToList();
        if (channel?.Whole("type") is { } type && allowed.Count > 0 && !allowed.Contains(type))
            throw typed.Error($"#{channel.Text("name")} isn't a type of channel that {typed.Name} can be.");
        return channel?.Text("id");
    }

    static string Kind(int type) => type switch
    {
        OptionType.Channel => "channel",
        OptionType.User => "user",
        OptionType.Role => "role",
        _ => "user or role",
    };

    [GeneratedRegex("^<(#|@!?|@&)(?<id>[0-9]{1,20})>$")]
    private static partial Regex MentionPattern();
}
