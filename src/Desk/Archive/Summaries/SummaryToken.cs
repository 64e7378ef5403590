using System.Text.RegularExpressions;
using Articles.Text;

namespace Desk.Archive.Summaries;

/// <summary>A word or a number of a text, with what marks join to it, as in "well-known", "COVID-19", "10:30" and "1,234.5".</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Start">In characters.</param>
/// <param name="StartsSentence">Whether it stands where every word has a capital.</param>
sealed partial record SummaryToken(string Text, int Start, bool StartsSentence)
{
    public int End => Start + Text.Length;

    /// <summary>Without accents, in lower case.</summary>
    public string Folded { get; } = FoldedText.Of(Text);

    /// <summary>Whether it is made of digits, and of marks between them.</summary>
    public bool IsNumber { get; } = char.IsDigit(Text[0]) && !Text.Any(char.IsLetter);

    /// <summary>Its words and numbers. "Gazette's" is one word, "l'Élysée" is two.</summary>
    public IReadOnlyList<string> Parts { get; } = [.. Joints().Split(Text).Where(part => part.Length > 0)];

    /// <param name="plain">See <see cref="SummaryText.Plain"/>.</param>
    public static IReadOnlyList<SummaryToken> Of(string plain) => [.. Tokens().Matches(plain)
        .Select(match => new SummaryToken(match.Value, match.Index, IsSentenceStart(plain, match.Index)))];

    static bool IsSentenceStart(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \"'“”„«»‘([¿¡-•");
        return before.Length == 0 || before[^1] is '\n' or '.' or '!' or '?' or '…' or '。';
    }

    [GeneratedRegex(@"[-.,:/·&_]|(?<=(?<![\p{L}'])\p{L}{1,2})'(?=\p{L}{2})")]
    private static partial Regex Joints();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[-.,:/'·&_][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Tokens();
}
