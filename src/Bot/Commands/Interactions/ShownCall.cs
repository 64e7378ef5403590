using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A slash command as a line of text that people understand and that can be read back.</summary>
static partial class ShownCall
{
    /// <summary>Such as <c>/search words:ferry type:video</c>. A value with signs that would be misread stands in quotes.</summary>
    public static string Of(SlashCall call) => string.Join(' ', [
        $"/{call.Name}",
        .. call.Subcommand is { } subcommand ? (string[])[subcommand] : [],
        .. call.Options.Select(option => $"{option.Name}:{Written($"{option.Value}")}"),
    ]);

    /// <returns>Null if there is no such command any more.</returns>
    public static SlashCall? Read(string text, Func<string, ApplicationCommand?> specs)
    {
        if (Line().Match(text) is not { Success: true } line || specs(line.Groups["name"].Value) is not { } spec)
            return null;
        var subcommand = line.Groups["subcommand"] is { Success: true, Value: var named } ? named : null;
        var known = subcommand is null ? spec.Options : spec.Options?.FirstOrDefault(option => option.Name == subcommand)?.Options;
        return new()
        {
            Name = spec.Name,
            Subcommand = subcommand,
            Options =
            [
                .. OptionText().Matches(line.Groups["options"].Value)
                    .Select(match => Read(match, known ?? []))
                    .OfType<InteractionOption>(),
            ],
        };
    }

    /// <summary>An option with this value, as Discord would send it.</summary>
    public static InteractionOption Option(string name, OptionType type, string value) => new()
    {
        Name = name,
        Type = type,
        Value = JsonElement.Parse(type switch
        {
            OptionType.Integer when int.TryParse(value, CultureInfo.InvariantCulture, out var number) =>
                number.ToString(CultureInfo.InvariantCulture),
            OptionType.Boolean => value is "True" or "true" ? "true" : "false",
            _ => $"\"{JsonEncodedText.Encode(value)}\"",
        }),
    };

    static InteractionOption? Read(Match match, IReadOnlyList<ApplicationCommandOption> known)
    {
        var value = match.Groups["quoted"].Success
            ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : match.Groups["plain"].Value;
        return known.FirstOrDefault(option => option.Name == match.Groups["name"].Value) is { } spec
            ? Option(spec.Name, spec.Type, value)
            : null;
    }

    static string Written(string value) => value.AsSpan().IndexOfAny(':', '"') < 0
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^/(?<name>[\w-]+)(?: (?<subcommand>[\w-]+)(?= |$))?(?<options>.*)$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\G (?<name>[\w-]+):(?:""(?<quoted>(?:[^""\\]|\\.)*)""|(?<plain>[^"":]*?))(?= [\w-]+:|$)", RegexOptions.Singleline)]
    private static partial Regex OptionText();
}
