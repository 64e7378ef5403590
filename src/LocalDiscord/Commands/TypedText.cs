using LocalDiscord.Rules;

namespace LocalDiscord.Commands;

/// <summary>A part of the text that a user typed.</summary>
/// <param name="Start">Where the part starts in the whole text.</param>
readonly record struct TypedText(string Text, int Start)
{
    public int Length => Text.Length;

    public TypedText this[Range range]
    {
        get
        {
            var (offset, length) = range.GetOffsetAndLength(Text.Length);
            return new(Text.Substring(offset, length), Start + offset);
        }
    }

    public TypedText Trim()
    {
        var start = Text.Length - Text.TrimStart().Length;
        return new(Text.Trim(), Start + start);
    }

    public (TypedText Word, TypedText After) FirstWord()
    {
        var trimmed = Trim();
        var space = trimmed.Text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (trimmed, trimmed[trimmed.Length..]) : (trimmed[..space], trimmed[space..].Trim());
    }

    /// <summary>Trimmed, and without quotes around all of it.</summary>
    public TypedText Unquote()
    {
        var trimmed = Trim();
        return trimmed.Text is ['"', .., '"'] ? trimmed[1..^1] : trimmed;
    }

    public UserErrorException Error(string message) => new(message, Start);
}
