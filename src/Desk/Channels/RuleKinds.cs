using System.Globalization;
using Articles.Text;

namespace Desk.Channels;

/// <summary>A whole number within limits, or none.</summary>
sealed class NumberRule(int least, int most) : RuleField
{
    public required Func<ChannelRules, int?> Of { get; init; }

    public required Func<ChannelRules, int?, ChannelRules> With { get; init; }

    public override RuleKind Kind => RuleKind.Number;

    public override string Write(ChannelRules rules) => Of(rules) is { } number ? Written(number) : "";

    private protected override RuleReading ReadValue(ChannelRules rules, string text)
    {
        if (text.Length == 0)
            return With(rules, null);
        if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return RuleReading.Failed($"{RuleReading.Quoted(text)} is not a whole number. Write digits only, such as {Example}.");
        return number >= least && number <= most
            ? With(rules, number)
            : RuleReading.Failed($"{RuleReading.Quoted(text)} is out of range. Write {Written(least)} to {Written(most)}.");
    }

    static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Yes or no.</summary>
sealed class FlagRule : RuleField
{
    public required Func<ChannelRules, bool> Of { get; init; }

    public required Func<ChannelRules, bool, ChannelRules> With { get; init; }

    public override RuleKind Kind => RuleKind.YesOrNo;

    public override IReadOnlyList<RuleChoice> Choices { get; } = [new("yes", "yes"), new("no", "no")];

    public override string Write(ChannelRules rules) => Of(rules) ? "yes" : "no";

    private protected override RuleReading ReadValue(ChannelRules rules, string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" => With(rules, true),
        "no" or "false" or "off" => With(rules, false),
        _ => RuleReading.Failed($"{RuleReading.Quoted(text)} is neither yes nor no. Write yes or no."),
    };
}

/// <summary>One of a few values.</summary>
sealed class ChoiceRule<T>(IReadOnlyList<(T Value, RuleChoice Choice)> values) : RuleField
    where T : notnull
{
    public required Func<ChannelRules, T> Of { get; init; }

    public required Func<ChannelRules, T, ChannelRules> With { get; init; }

    public override RuleKind Kind => RuleKind.Choice;

    public override IReadOnlyList<RuleChoice> Choices { get; } = [.. values.Select(value => value.Choice)];

    public override string Write(ChannelRules rules)
    {
        var current = Of(rules);
        return values.FirstOrDefault(value => value.Value.Equals(current)).Choice.Text ?? "";
    }

    private protected override RuleReading ReadValue(ChannelRules rules, string text)
    {
        var wanted = text.Replace(' ', '-');
        foreach (var (value, choice) in values)
        {
            if (choice.Text.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return With(rules, value);
        }

        var names = values.Select(value => value.Choice.Text).ToList();
        return RuleReading.Failed($"{RuleReading.Quoted(text)} is not one of its values. " + (Spelling.Nearest(text, names) is { } meant
            ? $"Did you mean {meant}?"
            : $"Write one of {string.Join(", ", names)}."));
    }
}

/// <summary>The values of a <see cref="ChoiceRule{T}"/>.</summary>
static class RuleValues
{
    /// <summary>Every value of an enumeration, such as <c>StrikeThrough</c> as <c>strike-through</c>.</summary>
    public static IReadOnlyList<(T Value, RuleChoice Choice)> Of<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (value, new RuleChoice(Text(value), Text(value).Replace('-', ' '))))];

    /// <summary>Every value of an enumeration, with the words that people see for it.</summary>
    public static IReadOnlyList<(T Value, RuleChoice Choice)> Of<T>(Func<T, string> label)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (value, new RuleChoice(Text(value), label(value))))];

    static string Text<T>(T value)
        where T : struct, Enum => RuleTexts.Hyphened(value.ToString());
}

/// <summary>A length of time within limits.</summary>
sealed class SpanRule(TimeSpan least, TimeSpan most) : RuleField
{
    public required Func<ChannelRules, TimeSpan> Of { get; init; }

    public required Func<ChannelRules, TimeSpan, ChannelRules> With { get; init; }

    public override RuleKind Kind => RuleKind.Text;

    public override string Write(ChannelRules rules) => SpanText.Of(Of(rules));

    private protected override RuleReading ReadValue(ChannelRules rules, string text) => SpanText.Parse(text) switch
    {
        null => RuleReading.Failed(
            $"{RuleReading.Quoted(text)} is not a length of time. Write a number and a unit, such as 30 minutes, 2 hours or 3 days."),
        { } span when span < least || span > most => RuleReading.Failed(
            $"{RuleReading.Quoted(text)} is out of range. Write {SpanText.Of(least)} to {SpanText.Of(most)}."),
        { } span => With(rules, span),
    };
}

/// <summary>Text with a grammar of its own.</summary>
sealed class TextRule(RuleKind kind = RuleKind.Text) : RuleField
{
    public required Func<ChannelRules, string> Of { get; init; }

    public required Func<ChannelRules, string, RuleReading> With { get; init; }

    public override RuleKind Kind => kind;

    public override string Write(ChannelRules rules) => Of(rules);

    private protected override RuleReading ReadValue(ChannelRules rules, string text) => With(rules, text);
}
