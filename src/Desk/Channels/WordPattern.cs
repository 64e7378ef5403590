using System.Text.RegularExpressions;
using Articles.Text;
using Desk.Archive;

namespace Desk.Channels;

/// <summary>
/// A word or words to look for. Plain text stands for whole words in any case and with or without accents;
/// text between slashes, such as <c>/flood(s|ing)/</c>, is a regular expression in any case.
/// </summary>
public sealed class WordPattern : IEquatable<WordPattern>
{
    readonly Regex? expression;
    readonly string folded;

    /// <summary>Most texts lack the pattern's first word, so they needn't be searched. Null if the pattern has no word.</summary>
    readonly string? firstWord;

    WordPattern(string text, Regex? expression)
    {
        Text = text;
        this.expression = expression;
        folded = FoldedText.Of(text);
        firstWord = FoldedText.Words(folded).FirstOrDefault();
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public bool IsExpression => Text is ['/', .., '/'] && Text.Length > 1;

    /// <summary>Why it can't be searched for: it was stored by a version that could. Empty if it can.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>A stored pattern, even if this version can't search for it.</summary>
    internal static WordPattern Stored(string text) =>
        Parse(text, out var error) ?? new(text.Trim(), expression: null) { Problem = error };

    /// <summary>Null if the text is not a pattern; the error says why, and what to write instead.</summary>
    public static WordPattern? Parse(string text, out string error)
    {
        text = text.Trim();
        error = "";
        if (text.Length < 2 || text[0] != '/' || text[^1] != '/')
        {
            error = text.Length switch
            {
                0 => "\"\" is not a word. Write one, such as flood.",
                > RuleLimits.WordLength =>
                    $"\"{text[..57]}...\" is longer than {RuleLimits.WordLength} characters. Write the words that matter.",
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

        var expression = BoundedExpression.Parse(text[1..^1], out var reason);
        if (expression is null)
            error = $"\"{text}\" {reason}, or write words without slashes.";
        return expression is null ? null : new(text, expression);
    }

    /// <summary>Whether a story's titles and excerpts contain it. Words allocate nothing.</summary>
    internal bool IsIn(StoryFacts facts) => expression is null
        ? Problem.Length == 0
            && (firstWord is null || facts.Words.Contains(firstWord))
            && (firstWord?.Length == folded.Length || FoldedText.HoldsWhole(facts.Folded, folded))
        : expression.IsMatch(facts.Text);

    public bool Equals(WordPattern? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as WordPattern);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
