using System.Globalization;
using News.Reading;

namespace News.Rules;

/// <summary>The kinds of rows in <see cref="RuleFields"/>.</summary>
static class RuleRows
{
    /// <summary>Reads one item of a list; null with an error where it is none.</summary>
    public delegate T? ItemReader<T>(string text, out string error);

    public static RuleField Texts(
        string name, RuleGroup group, string help, string example,
        Func<ChannelRules, IReadOnlyList<string>> of, Func<ChannelRules, IReadOnlyList<string>, ChannelRules> with, ItemReader<string> read) =>
        List(name, group, help, example, of, with, read);

    public static RuleField List<T>(
        string name, RuleGroup group, string help, string example,
        Func<ChannelRules, IReadOnlyList<T>> of, Func<ChannelRules, IReadOnlyList<T>, ChannelRules> with, ItemReader<T> read)
        where T : class =>
        new(
            rules => ListText.Join(of(rules).Select(item => item.ToString()!)),
            (rules, text) => text.Length > RuleLimits.TextLength
                ? RuleReading.Failed(TooLong(text.Length))
                : ReadItems(rules, ListText.Split(text), with, read, out var problems) ?? RuleReading.Failed(string.Join(' ', problems.Take(5).Select(problem => problem.Error))))
        {
            Name = name, Group = group, Kind = RuleKind.List, Help = help, Example = example,
            ItemsReader = (ChannelRules rules, IReadOnlyList<string> items, out IReadOnlyList<ItemProblem> problems) => ReadItems(rules, items, with, read, out problems),
        };

    static ChannelRules? ReadItems<T>(
        ChannelRules rules, IReadOnlyList<string> texts, Func<ChannelRules, IReadOnlyList<T>, ChannelRules> with, ItemReader<T> read, out IReadOnlyList<ItemProblem> problems)
        where T : class
    {
        var (items, told) = (new List<T>(), new List<ItemProblem>());
        problems = told;
        if (texts.Count > RuleLimits.Items)
        {
            told.Add(new(null, $"has {texts.Count} entries; {RuleLimits.Items} are allowed. Take some out."));
            return null;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (read(texts[i], out var error) is not { } item)
                told.Add(new(i, error));
            else if (!items.Contains(item))
                items.Add(item);
        }

        if (told.Count == 0 && ListText.Join(items.Select(item => item.ToString()!)) is { Length: > RuleLimits.TextLength and var length })
            told.Add(new(null, TooLong(length)));
        return told.Count == 0 ? with(rules, items) : null;
    }

    static string TooLong(int length) => $"is {length} characters long; {RuleLimits.TextLength} are allowed. Take some entries out.";

    /// <summary>A whole number; none where the rule allows for none.</summary>
    public static RuleField Number(
        string name, RuleGroup group, string help, string example, int least, int most,
        Func<ChannelRules, int?> of, Func<ChannelRules, int?, ChannelRules> with) =>
        Row(name, group, RuleKind.Number, help, example,
            rules => of(rules)?.ToString(CultureInfo.InvariantCulture) ?? "",
            (rules, text) =>
            {
                if (text.Length == 0)
                    return with(rules, null);
                if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
                    return RuleReading.Failed($"{RuleReading.Quoted(text)} is not a whole number. Write digits only, such as {example}.");
                return number >= least && number <= most
                    ? with(rules, number)
                    : RuleReading.Failed($"{RuleReading.Quoted(text)} is out of range. Write {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}.");
            });

    public static RuleField Flag(string name, RuleGroup group, string help, Func<ChannelRules, bool> of, Func<ChannelRules, bool, ChannelRules> with) =>
        Row(name, group, RuleKind.YesOrNo, help, "yes",
            rules => of(rules) ? "yes" : "no",
            (rules, text) => text.ToLowerInvariant() switch
            {
                "yes" or "true" or "on" => with(rules, true),
                "no" or "false" or "off" => with(rules, false),
                _ => RuleReading.Failed($"{RuleReading.Quoted(text)} is neither yes nor no. Write yes or no."),
            });

    public static RuleField Choice<T>(string name, RuleGroup group, string help, T example, Func<ChannelRules, T> of, Func<ChannelRules, T, ChannelRules> with)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        string[] names = [.. values.Select(value => RuleTexts.Hyphened(value.ToString()))];
        return Row(name, group, RuleKind.Choice, help, names[Array.IndexOf(values, example)],
            rules => RuleTexts.Hyphened(of(rules).ToString()),
            (rules, text) =>
            {
                var at = Array.FindIndex(names, known => known.Equals(text.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase));
                if (at >= 0)
                    return with(rules, values[at]);
                var meant = Spelling.Nearest(text, names);
                return RuleReading.Failed($"{RuleReading.Quoted(text)} is not one of its values. " + (meant is null ? $"Write one of {string.Join(", ", names)}." : $"Did you mean {meant}?"));
            },
            [.. names.Select(known => new RuleChoice(known, known.Replace('-', ' ')))]);
    }

    /// <summary>One of a few texts.</summary>
    public static RuleField Chosen(
        string name, RuleGroup group, string help, string example,
        Func<ChannelRules, string> write, Func<ChannelRules, string, RuleReading> read, IReadOnlyList<RuleChoice> choices) =>
        Row(name, group, RuleKind.Choice, help, example, write, read, choices);

    public static RuleField Span(
        string name, RuleGroup group, string help, string example, TimeSpan least, TimeSpan most,
        Func<ChannelRules, TimeSpan> of, Func<ChannelRules, TimeSpan, ChannelRules> with) =>
        Row(name, group, RuleKind.Text, help, example,
            rules => SpanText.Of(of(rules)),
            (rules, text) => SpanText.Parse(text) switch
            {
                null => RuleReading.Failed($"{RuleReading.Quoted(text)} is not a length of time. Write a number and a unit, such as 30 minutes, 2 hours or 3 days."),
                { } span when span < least || span > most => RuleReading.Failed($"{RuleReading.Quoted(text)} is out of range. Write {SpanText.Of(least)} to {SpanText.Of(most)}."),
                { } span => with(rules, span),
            });

    public static RuleField Value(string name, RuleGroup group, string help, string example, Func<ChannelRules, string> write, Func<ChannelRules, string, RuleReading> read) =>
        Row(name, group, RuleKind.Text, help, example, write, read);

    static RuleField Row(
        string name, RuleGroup group, RuleKind kind, string help, string example,
        Func<ChannelRules, string> write, Func<ChannelRules, string, RuleReading> read, IReadOnlyList<RuleChoice>? choices = null) =>
        new(write, read) { Name = name, Group = group, Kind = kind, Help = help, Example = example, Choices = choices ?? [] };
}
