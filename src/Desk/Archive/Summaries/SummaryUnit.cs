using Articles.Text;

namespace Desk.Archive.Summaries;

/// <summary>A word or a number alone: a token, or a part of one that joins several.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Token">Of which it is.</param>
sealed record SummaryUnit(string Text, SummaryToken Token)
{
    public string Folded { get; } = FoldedText.Of(Text);

    /// <summary>What letters joined to digits make of them, as in 3rd, 1.5m and 20km; null for everything else.</summary>
    public decimal? Joined { get; } = JoinedValue(Text);

    public bool IsNumber => char.IsDigit(Text[0]) && !Text.Any(char.IsLetter);

    /// <summary>Whether letters and digits are one name, as in A320 and 5G.</summary>
    public bool IsMixed => Joined is null && Text.Any(char.IsLetter) && Text.Any(char.IsNumber);

    public static IEnumerable<SummaryUnit> Of(SummaryToken token) => token.IsNumber || JoinedValue(token.Text) is not null
        ? [new(token.Text, token)]
        : token.Parts.Select(part => new SummaryUnit(part, token));

    static decimal? JoinedValue(string text)
    {
        var letters = text.TrimStart([.. "0123456789.,'"]);
        return letters.Length > 0 && letters.Length < text.Length && NumberWords.Suffix(FoldedText.Of(letters)) is { } factor
            && WrittenNumber.Value(text[..^letters.Length]) is { } value && value < 1_000_000_000_000
            ? value * factor
            : null;
    }
}
