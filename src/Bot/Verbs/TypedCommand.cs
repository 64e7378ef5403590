using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Commands;
using Discord;

namespace Bot.Verbs;

/// <summary>A command as it is typed: <c>/name [subcommand] option:value option:value</c>. A value runs to the next option.</summary>
static partial class TypedCommand
{
    public static bool TryParse(
        string typed,
        CommandCatalog catalog,
        [NotNullWhen(true)] out SlashCall? call,
        [NotNullWhen(false)] out string? mistake)
    {
        call = null;
        var (name, rest) = FirstWord(typed.TrimStart().TrimStart('/'));
        if (catalog.Command(name)?.Spec is not { } spec)
        {
            mistake = $"There is no command /{name}. There are {string.Join(", ", catalog.Specs.Select(one => "/" + one.Name))}.";
            return false;
        }

        var options = spec.Options ?? [];
        string? subcommand = null;
        if (options is [{ Type: OptionType.SubCommand }, ..])
        {
            (subcommand, rest) = FirstWord(rest);
            if (options.FirstOrDefault(option => option.Name == subcommand) is not { } chosen)
            {
                mistake = $"/{name} needs one of {string.Join(", ", options.Select(option => option.Name))} after it.";
                return false;
            }

            options = chosen.Options ?? [];
        }

        if (!TryReadOptions(rest, options, out var values, out mistake))
            return false;

        // Far away from any real server, since nothing is sent.
        call = new() { Name = name, Subcommand = subcommand, Options = values, GuildId = new Snowflake(1), ChannelId = new Snowflake(2) };
        return true;
    }

    static bool TryReadOptions(
        string text,
        IReadOnlyList<ApplicationCommandOption> known,
        out IReadOnlyList<InteractionOption> values,
        [NotNullWhen(false)] out string? mistake)
    {
        var read = new List<InteractionOption>();
        values = read;
        mistake = null;
        var starts = OptionStart().Matches(text).Where(match => known.Any(option => option.Name == match.Groups["name"].Value)).ToList();
        var before = text[..(starts is [var first, ..] ? first.Index : text.Length)].Trim();
        if (before.Length > 0)
            mistake = $"\"{before}\" belongs to no option. {Known(known)}";

        foreach (var (index, start) in starts.Index())
        {
            var option = known.First(one => one.Name == start.Groups["name"].Value);
            var end = index + 1 < starts.Count ? starts[index + 1].Index : text.Length;
            var value = text[(start.Index + start.Length)..end].Trim().Trim('"');
            if (Value(option, value) is { } json)
                read.Add(new() { Name = option.Name, Type = option.Type, Value = json });
            else
                mistake ??= $"{option.Name}:{value} is not a whole number{Range(option)}.";
        }

        if (known.FirstOrDefault(option => option.Required && read.TrueForAll(value => value.Name != option.Name)) is { } missing)
            mistake ??= $"{missing.Name} is missing. {Known(known)}";
        return mistake is null;
    }

    static JsonElement? Value(ApplicationCommandOption option, string value)
    {
        if (option.Type is not OptionType.Integer)
            return Json($"\"{JsonEncodedText.Encode(option.Type is OptionType.Channel ? value.Trim('<', '#', '>') : value)}\"");
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !(number < option.MinValue) && !(number > option.MaxValue)
                ? Json(number.ToString(CultureInfo.InvariantCulture))
                : null;
    }

    static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    static string Range(ApplicationCommandOption option) =>
        option is { MinValue: { } least, MaxValue: { } most } ? $" from {least} to {most}" : "";

    static string Known(IReadOnlyList<ApplicationCommandOption> known) =>
        known is [] ? "It takes no options." : $"Options: {string.Join(", ", known.Select(option => $"{option.Name}:…{(option.Required ? "" : " (optional)")}"))}.";

    static (string Word, string After) FirstWord(string text)
    {
        var words = text.Trim().Split(' ', 2);
        return (words[0], words.Length > 1 ? words[1] : "");
    }

    [GeneratedRegex(@"(?<=^|\s)(?<name>[\p{L}\p{N}_-]{1,32}):")]
    private static partial Regex OptionStart();
}
