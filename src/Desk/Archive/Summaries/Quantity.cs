namespace Desk.Archive.Summaries;

/// <summary>A number that a text states, in digits or in words.</summary>
/// <param name="Keys">As it is compared; several for a range or a ratio.</param>
/// <param name="Name">The name that it is a part of, such as "covid-19", folded; null if it stands alone.</param>
/// <param name="Unit">What is counted, if it is money, time or another measure; folded.</param>
/// <param name="Token">The first of its tokens.</param>
sealed record Quantity(IReadOnlyList<string> Keys, string? Name, string? Unit, SummaryToken Token)
{
    const string Percent = "%";

    /// <summary>What is larger is not multiplied any more.</summary>
    const decimal Huge = 1_000_000_000_000;

    /// <summary>"Twenty and five", "treinta y cinco".</summary>
    static readonly string[] Joining = ["and", "und", "et", "y", "e"];

    static readonly string[] PercentWords = ["percent", "percentage", "prozent", "prozentpunkte", "prozentpunkten", "pourcent"];

    /// <summary>Whether it is a number or a part of one, written as a word.</summary>
    public static bool IsWord(SummaryUnit unit, string language) =>
        NumberWords.Value(unit.Folded, language) is not null
        || NumberWords.Multiplier(unit.Folded) is not null
        || PercentWords.Contains(unit.Folded);

    /// <param name="plain">See <see cref="SummaryText.Plain"/>.</param>
    /// <param name="units">Of the text.</param>
    public static IEnumerable<Quantity> Of(string plain, IReadOnlyList<SummaryUnit> units, string language)
    {
        for (var at = 0; at < units.Count; at++)
        {
            var unit = units[at];
            var end = at + 1;
            var keys = unit.Joined is { } joined ? [WrittenNumber.Key(joined)]
                : unit.IsNumber ? InDigits(plain, units, at, ref end)
                : InWords(units, at, language, ref end);
            if (keys is [])
                continue;
            var isPercent = IsPercent(plain, units, end);
            var isInName = !isPercent && unit.Token.Parts.Count > 1 && !unit.Token.IsNumber && units[end - 1].Token == unit.Token;
            yield return new(
                isPercent ? [.. keys.Select(key => key + Percent)] : keys,
                isInName ? unit.Token.Folded : null,
                end < units.Count && IsNext(units, end) && NumberWords.IsUnit(units[end].Folded) ? units[end].Folded : null,
                unit.Token);
            at = end - 1;
        }
    }

    /// <summary>"1.5 million" is a number, and so is "-5".</summary>
    static IReadOnlyList<string> InDigits(string plain, IReadOnlyList<SummaryUnit> units, int at, ref int end)
    {
        var unit = units[at];
        if (WrittenNumber.Value(unit.Text) is not { } value)
            return [.. unit.Text.Split('-', '/').Select(part => WrittenNumber.Value(part) is { } one
                ? WrittenNumber.Key(one)
                : WrittenNumber.Digits(part))];
        while (value < Huge && IsNext(units, end) && NumberWords.Multiplier(units[end].Folded) is { } factor)
        {
            value *= factor;
            end++;
        }

        return [(IsNegative(plain, unit) ? "-" : "") + WrittenNumber.Key(value)];
    }

    /// <summary>A sum as in "two million three hundred thousand and twenty-five".</summary>
    static IReadOnlyList<string> InWords(IReadOnlyList<SummaryUnit> units, int at, string language, ref int end)
    {
        if (NumberWords.Value(units[at].Folded, language) is not { } current)
        {
            // "A hundred"
            if (NumberWords.Multiplier(units[at].Folded) is not { } alone || IsPercentWord(units, at - 1))
                return [];
            current = alone;
        }

        var total = 0m;
        for (; end < units.Count && total < Huge; end++)
        {
            var next = Joining.Contains(units[end].Folded) && current + total >= 20 && end + 1 < units.Count
                && NumberWords.Value(units[end + 1].Folded, language) is not null ? end + 1 : end;
            if (!IsNext(units, next))
                break;
            if (NumberWords.Multiplier(units[next].Folded) is { } factor)
                (total, current) = factor == 100 ? (total, Math.Max(current, 1) * factor) : (total + (Math.Max(current, 1) * factor), 0);
            else if (NumberWords.Value(units[next].Folded, language) is { } value && Follows(current, total, value))
                current = current == 4 && value == 20 ? 80 : current + value;
            else
                break;
            end = next;
        }

        return [WrittenNumber.Key(total + current)];
    }

    /// <summary>Whether a number goes on with this one: "twenty five", but not "two three".</summary>
    static bool Follows(decimal current, decimal total, decimal value) =>
        (current == 0 && total > 0)
        || (current >= 100 && current % 100 == 0 && value < 100)
        || (current is >= 20 and < 100 && current % 10 == 0 && value < (current is 60 or 80 ? 20 : 10))
        || (current == 4 && value == 20);

    /// <summary>Only a space or a hyphen is between it and the one before.</summary>
    static bool IsNext(IReadOnlyList<SummaryUnit> units, int at) =>
        at < units.Count && (units[at].Token == units[at - 1].Token || units[at].Token.Start <= units[at - 1].Token.End + 1);

    static bool IsNegative(string plain, SummaryUnit unit) =>
        unit.Token.Start is > 0 and var start && plain[start - 1] == '-' && (start == 1 || plain[start - 2] is ' ' or '\n' or '(');

    static bool IsPercent(string plain, IReadOnlyList<SummaryUnit> units, int end) =>
        plain.AsSpan(units[end - 1].Token.End).TrimStart() is ['%', ..] || IsPercentWord(units, end);

    static bool IsPercentWord(IReadOnlyList<SummaryUnit> units, int at) => at >= 0 && at < units.Count
        && (PercentWords.Contains(units[at].Folded)
            || (units[at].Folded is "per" or "pour" or "por" or "pro"
                && at + 1 < units.Count && units[at + 1].Folded is "cent" or "ciento" or "cento"));
}
