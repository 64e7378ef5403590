using System.Text.RegularExpressions;

namespace News.Rules;

/// <summary>
/// A word or words to look for. Plain text stands for whole words in any case and with or without accents;
/// text between slashes, such as <c>/flood(s|ing)/</c>, is a regular expression in any case.
/// </summary>
public sealed class WordPattern : IEquatable<WordPattern>
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    /// <summary>Made when it is first looked for: that takes a hundred times what it takes to see that it is one.</summary>
    readonly Lazy<Regex>? expression;
    readonly string folded;

    /// <summary>The first word that spaces set apart: most texts lack it, and are told so without being searched. Null where there is none.</summary>
    readonly string? firstWord;

    WordPattern(string text, Lazy<Regex>? expression)
    {
        Text = text;
        this.expression = expression;
        folded = FoldedText.Of(text);
        firstWord = FoldedText.Words(folded).FirstOrDefault();
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public bool IsExpression => expression is not null;

    /// <summary>Null for what is no pattern; then the error says why, and what to write instead.</summary>
    public static WordPattern? Parse(string text, out string error)
    {
        text = text.Trim();
        error = "";
        if (text.Length < 2 || text[0] != '/' || text[^1] != '/')
        {
            error = text.Length switch
            {
                0 => "\"\" is not a word. Write one, such as flood.",
                > RuleLimits.WordLength => $"\"{text[..57]}...\" is longer than {RuleLimits.WordLength} characters. Write the words that matter.",
                _ => "",
            };
            if (error.Length == 0 && FoldedText.Of(text).Length == 0)
                error = $"\"{text}\" is only an accent. Write the whole word.";
            return error.Length == 0 ? new(text, null) : null;
        }

        if (text.Length > RuleLimits.ExpressionLength)
        {
            error = $"\"{text[..57]}...\" is longer than {RuleLimits.ExpressionLength} characters. Write several shorter expressions.";
            return null;
        }

        try
        {
            var checkedOnly = new Regex(text[1..^1], Options, RuleLimits.ExpressionTime);
            return new(text, new Lazy<Regex>(() => InLinearTime(text[1..^1]) ?? checkedOnly));
        }
        catch (RegexParseException bad)
        {
            error = $"\"{text}\" is not a regular expression: at character {bad.Offset + 1}, {Reason(bad)}. Mend it, or write the word without slashes.";
            return null;
        }
    }

    /// <summary>Null for an expression that can't be run so. It is run with backtracking, within the same time.</summary>
    static Regex? InLinearTime(string expression)
    {
        try
        {
            return new(expression, Options | RegexOptions.NonBacktracking, RuleLimits.ExpressionTime);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    static string Reason(RegexParseException bad)
    {
        // "Invalid pattern '(a' at offset 2. Not enough )'s."
        var start = bad.Message.IndexOf(". ", bad.Message.IndexOf("offset", StringComparison.Ordinal) is >= 0 and var at ? at : 0, StringComparison.Ordinal);
        var reason = bad.Message[(start + 2)..].TrimEnd('.');
        return start < 0 || reason.Length == 0 ? "it breaks off" : char.ToLowerInvariant(reason[0]) + reason[1..];
    }

    /// <summary>Whether it stands in a story's titles and excerpts. Allocates nothing.</summary>
    internal PatternMatch In(StoryFacts facts)
    {
        if (expression is null)
        {
            var isIn = (firstWord is null || facts.Words.Contains(firstWord)) && (firstWord?.Length == folded.Length || FoldedText.HoldsWhole(facts.Folded, folded));
            return isIn ? PatternMatch.Found : PatternMatch.NotFound;
        }

        try
        {
            return expression.Value.IsMatch(facts.Text) ? PatternMatch.Found : PatternMatch.NotFound;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternMatch.TookTooLong;
        }
    }

    public bool Equals(WordPattern? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as WordPattern);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}

enum PatternMatch
{
    NotFound,
    Found,

    /// <summary>An expression that was given up; it counts as not found, and is told.</summary>
    TookTooLong,
}
