using System.Globalization;
using static Articles.Headlines.NumberWords;

namespace Articles.Headlines;

/// <summary>
/// Writes numbers in one way, each as one word: "38 million", "38M" and "38,000,000"; "two" and "2"; "$3bn" and "3 billion dollars";
/// "5 percent" and "5%"; "third quarter" and "Q3"; "15 March" and "March 15th".
/// </summary>
static class HeadlineNumbers
{
    /// <summary>Longer numbers, which no scale fits, stay as they are written.</summary>
    const int MostDigits = 12;

    const decimal MostScaled = 1e15m;

    public static bool IsMonth(string text) => Months.ContainsKey(text);

    /// <summary>The words with each number as one word.</summary>
    public static List<HeadlineToken> Fold(List<HeadlineToken> tokens)
    {
        var folded = new List<HeadlineToken>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var next = at;
            if (!IsStart(tokens[at]) || Read(tokens, ref next) is not { } number)
            {
                folded.Add(tokens[at++]);
                continue;
            }

            var isSpelledOne = number is "1" && tokens[at].Text is not "1";
            folded.Add(tokens[at] with { Text = number, IsNumber = true, IsSpelledOne = isSpelledOne });
            if (next == at + 1 && SplitMeasure(tokens[at].Text) is { } measure)
                folded.Add(new(measure, IsCapital: false, IsUpper: false, StartsPhrase: false, IsNumber: false));
            at = next;
        }

        return folded;
    }

    static bool IsStart(HeadlineToken token) => token.IsNumber || Starts.Contains(token.Text) || token.Text[^1] == '$';

    /// <param name="at">The word where the number starts; afterwards, the first that does not belong to it.</param>
    static string? Read(List<HeadlineToken> tokens, ref int at)
    {
        if (Month(at) is { } month && Day(at + 1) is { } day)
        {
            at += 2;
            return $"{month}{day}";
        }

        if (Day(at) is { } before && Month(at + 1) is { } after)
        {
            at += 2;
            return $"{after}{before}";
        }

        var from = at;
        var sign = SignOf(tokens[at].Text);
        at += sign is null ? 0 : 1;
        if (at < tokens.Count && Amount(tokens, ref at, sign is not null) is { } amount)
            return Unit(tokens, ref at, amount, sign);
        at = from;
        return null;

        string? Month(int i) => i < tokens.Count && tokens[i].IsCapital && IsMonth(tokens[i].Text) ? Months[tokens[i].Text] : null;

        int? Day(int i) => i < tokens.Count && DayOf(tokens[i].Text) is { } found && !IsScaled(i) ? found : null;

        bool IsScaled(int i) => i + 1 < tokens.Count && Scales.ContainsKey(tokens[i + 1].Text);
    }

    /// <summary>A number and its scale, or what else counts as a number. Without both, 1.10 is not 1.1 but a version.</summary>
    static string? Amount(List<HeadlineToken> tokens, ref int at, bool isSigned)
    {
        var (token, suffix) = (tokens[at], "");
        if (IsAmong(Ordinals, token.Text, out var ordinal) || IsOrdinal(token.Text, out ordinal))
        {
            at++;
            if (at >= tokens.Count || tokens[at].Text is not "quarter")
                return $"{Text(ordinal)}th";
            at++;
            return $"q{Text(ordinal)}";
        }

        if (token.IsUpper && RomanNumerals.TryGetValue(token.Text, out var roman))
        {
            at++;
            return roman;
        }

        if (!IsAmong(Cardinals, token.Text, out var value) && !IsDigits(token.Text, out value, out suffix))
            return token.IsNumber ? Whole(tokens[at++].Text) : null;
        at++;
        var next = at < tokens.Count ? tokens[at].Text : "";
        if (token.IsNumber && !isSigned && suffix.Length == 0 && !Scales.ContainsKey(next) && !Units.ContainsKey(next))
            return token.Text;
        if (suffix.Length > 0 && !Scales.ContainsKey(suffix))
            return $"{Text(value)}{Units.GetValueOrDefault(suffix)}";
        value = Scaled(tokens, ref at, value, suffix);
        return Text(value);
    }

    static decimal Scaled(List<HeadlineToken> tokens, ref int at, decimal value, string suffix)
    {
        if (suffix.Length == 0 && IsTens(value) && at < tokens.Count && IsAmong(Cardinals, tokens[at].Text, out var ones) && ones < 10)
        {
            value += ones;
            at++;
        }

        if (suffix.Length > 0)
            value *= decimal.Parse(Scales[suffix], CultureInfo.InvariantCulture);
        while (at < tokens.Count && value < MostScaled && !tokens[at].StartsPhrase && IsAmong(Scales, tokens[at].Text, out var scale))
        {
            value *= scale;
            at++;
        }

        return value;
    }

    /// <summary>Adds what the number counts, if that is a currency, a share, or half of the day; an age is only a number.</summary>
    static string Unit(List<HeadlineToken> tokens, ref int at, string amount, string? sign)
    {
        if (at + 1 < tokens.Count && tokens[at].Text is "per" && tokens[at + 1].Text is "cent")
            at++;
        var hasUnit = at < tokens.Count && !tokens[at].StartsPhrase && Units.ContainsKey(tokens[at].Text);
        if (hasUnit && char.IsAsciiDigit(amount[^1]))
            sign ??= Units[tokens[at++].Text];
        else if (hasUnit && sign is not null && Units[tokens[at].Text] == sign)
            at++;
        if (at + 1 < tokens.Count && tokens[at].Text is "year" or "years" && tokens[at + 1].Text is "old" or "olds")
            at += 2;
        return $"{amount}{sign}";
    }

    /// <summary>A currency before its number: $, A$, EUR.</summary>
    static string? SignOf(string text) =>
        text[^1] == '$' ? text
        : text.Length <= LongestSign && Units.GetValueOrDefault(text) is "$" or "€" or "£" or "¥" or "₹" ? Units[text]
        : null;

    static bool IsTens(decimal value) => value is >= 20 and <= 90 && value % 10 == 0;

    /// <summary>A number with letters in it, such as A17 or v1.2; "2Q" is Q2.</summary>
    static string Whole(string text) =>
        text is ['v', >= '0' and <= '9', ..] ? text[1..] : text is [>= '1' and <= '4', 'q'] ? $"q{text[0]}" : text;

    static bool IsOrdinal(string text, out decimal value) =>
        IsDigits(text, out value, out var suffix) && suffix is "st" or "nd" or "rd" or "th";

    static int? DayOf(string text) =>
        IsDigits(text, out var value, out var suffix) && value is >= 1 and <= 31 && suffix is "" or "st" or "nd" or "rd" or "th"
            ? (int)value
            : null;

    static string? SplitMeasure(string text) => IsDigits(text, out _, out var suffix) ? Measures.GetValueOrDefault(suffix) : null;

    /// <param name="suffix">The letters behind the digits, if it is one that is known.</param>
    static bool IsDigits(string text, out decimal value, out string suffix)
    {
        (value, suffix) = (0, "");
        if (!char.IsAsciiDigit(text[0]))
            return false;
        var digits = text.AsSpan(0, text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1);
        suffix = text[digits.Length..];
        return digits.Length <= MostDigits
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && (suffix is "" or "st" or "nd" or "rd" or "th"
                || Scales.ContainsKey(suffix) || Units.ContainsKey(suffix) || Measures.ContainsKey(suffix));
    }

    static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    static bool IsAmong(Dictionary<string, string> values, string text, out decimal value)
    {
        var isFound = values.TryGetValue(text, out var digits);
        value = isFound ? decimal.Parse(digits!, CultureInfo.InvariantCulture) : 0;
        return isFound;
    }
}
