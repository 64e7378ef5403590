using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Wire;

namespace Sandbox.Commands;

/// <summary>An option and what was typed for it.</summary>
sealed partial record OptionText(JsonObject Option, string Text)
{
    /// <summary>Cuts <c>count:3 topic:"rain and wind"</c> into its options.</summary>
    /// <exception cref="PersonsMistake">An option is unknown or given twice, or there are none.</exception>
    public static IReadOnlyList<OptionText> Split(string text, IReadOnlyList<JsonObject> options, string commandName)
    {
        var names = options.Select(option => option.Text("name")!).ToList();
        var quotes = Quoted().Matches(text);
        var starts = Label().Matches(text).Where(label => names.Contains(label.Groups["name"].Value) && !quotes.Any(quote => Holds(quote, label.Index))).ToList();
        var typed = new List<OptionText>();
        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i].Index + starts[i].Length;
            var to = i + 1 < starts.Count ? starts[i + 1].Index : text.Length;
            typed.Add(new OptionText(options[names.IndexOf(starts[i].Groups["name"].Value)], Unquoted(text[from..to])));
        }

        if (typed.GroupBy(one => one.Option).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new PersonsMistake($"{twice.Key.Text("name")} is given twice.");
        var bare = Unquoted(starts.Count > 0 ? text[..starts[0].Index] : text);
        if (bare.Length > 0)
            typed.Insert(0, Bare(bare, options, typed, commandName));
        return typed;
    }

    static OptionText Bare(string text, IReadOnlyList<JsonObject> options, List<OptionText> typed, string commandName)
    {
        if (options.Count == 0)
            throw new PersonsMistake($"/{commandName} has no options.");
        var known = string.Join(", ", options.Select(option => option.Text("name")));
        if (UnknownLabel().Match(text) is { Success: true } label)
            throw new PersonsMistake($"/{commandName} has no option {label.Groups["name"].Value}. Known: {known}.");
        var free = options.FirstOrDefault(option => typed.All(one => one.Option != option))
            ?? throw new PersonsMistake($"\"{text}\" belongs to no option of /{commandName}. Write name:value; known: {known}.");
        return new OptionText(free, text);
    }

    static bool Holds(Match quote, int index) => index >= quote.Index && index < quote.Index + quote.Length;

    static string Unquoted(string text)
    {
        text = text.Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;
    }

    // A quote that is never closed, or stands within a word, is a character like any other: 12" vinyl.
    [GeneratedRegex("""(?<=^|[\s:])"[^"]*"(?=\s|$)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=^|\s)(?<name>[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}):")]
    private static partial Regex Label();

    // https:// is a value, not an option.
    [GeneratedRegex(@"^(?<name>[-_'\p{L}\p{N}]{1,32}):(?!//)")]
    private static partial Regex UnknownLabel();
}
