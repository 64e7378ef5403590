using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>An option and the text that was typed for it.</summary>
/// <remarks>
/// As in Discord, quotes belong to the value. Only a value that would be read as other options is written in quotes, with
/// <c>\"</c> and <c>\\</c> in it, and loses them: <c>topic:"count: 3"</c>.
/// </remarks>
sealed partial record OptionText(JsonObject Option, TypedText Text)
{
    public string Name => Option.Text("name")!;

    public UserErrorException Error(string message) => Text.Error(message);

    /// <summary>Splits <c>count:3 topic:"rain and wind"</c> into options.</summary>
    /// <exception cref="UserErrorException">An option is unknown or given twice, or the command has no options.</exception>
    public static IReadOnlyList<OptionText> Split(TypedText text, IReadOnlyList<JsonObject> options, string commandName)
    {
        var names = options.Select(option => option.Text("name")!).ToList();
        var quotes = Quoted().Matches(text.Text);
        var labels = Label().Matches(text.Text)
            .Where(label => names.Contains(label.Groups["name"].Value) && !quotes.Any(quote => Contains(quote, label.Index))).ToList();
        var typed = new List<OptionText>();
        for (var i = 0; i < labels.Count; i++)
        {
            var from = labels[i].Index + labels[i].Length;
            var to = i + 1 < labels.Count ? labels[i + 1].Index : text.Length;
            var option = options[names.IndexOf(labels[i].Groups["name"].Value)];
            typed.Add(new OptionText(option, Meant(text[from..to], names)));
        }

        if (typed.GroupBy(one => one.Option).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw twice.Last().Error($"{twice.Last().Name} is given twice.");
        var unnamed = Meant(text[..(labels.Count > 0 ? labels[0].Index : text.Length)], names);
        if (unnamed.Length > 0)
            typed.Insert(0, Unnamed(unnamed, options, typed, commandName));
        return typed;
    }

    /// <summary>A value without a name goes to the first option that has none.</summary>
    static OptionText Unnamed(TypedText text, IReadOnlyList<JsonObject> options, List<OptionText> typed, string commandName)
    {
        if (options.Count == 0)
            throw text.Error($"/{commandName} has no options.");
        var known = string.Join(", ", options.Select(option => option.Text("name")));
        if (UnknownLabel().Match(text.Text) is { Success: true } label)
            throw text.Error($"/{commandName} has no option {label.Groups["name"].Value}. Options: {known}.");
        var free = options.FirstOrDefault(option => typed.All(one => one.Option != option))
            ?? throw text.Error($"All options of /{commandName} already have a value, so \"{text.Text}\" is one too many.");
        return new OptionText(free, text);
    }

    static TypedText Meant(TypedText typed, List<string> names)
    {
        var trimmed = typed.Trim();
        if (WholeQuote().Match(trimmed.Text) is not { Success: true } quote)
            return trimmed;
        var inside = Escape().Replace(quote.Groups["inside"].Value, "${sign}");
        var wouldBeMisread = LabelLike().Matches(inside).Any(label => names.Contains(label.Groups["name"].Value));
        return wouldBeMisread ? new(inside, trimmed.Start + 1) : trimmed;
    }

    static bool Contains(Match quote, int index) => index >= quote.Index && index < quote.Index + quote.Length;

    // A quote that is never closed, or that is inside a word, is an ordinary character: 12" vinyl.
    [GeneratedRegex("""(?<=^|[\s:])"(?:[^"\\]|\\.)*"(?=\s|$)""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^"(?<inside>(?:[^"\\]|\\.)*)"$""", RegexOptions.Singleline)]
    private static partial Regex WholeQuote();

    [GeneratedRegex("""\\(?<sign>["\\])""")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<=^|\s)(?<name>[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}):")]
    private static partial Regex Label();

    // A quote may stand before it too: then the quotes around the value are its own, and not those of the command line.
    [GeneratedRegex("""(?<=^|[\s"])(?<name>[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}):""")]
    private static partial Regex LabelLike();

    // https:// is a value, not an option.
    [GeneratedRegex(@"^(?<name>[-_'\p{L}\p{N}]{1,32}):(?!//)")]
    private static partial Regex UnknownLabel();
}
