namespace Desk.Archive.Search;

/// <summary>A word of a question, with everything that may stand for it in the archive.</summary>
/// <param name="Word">As it was typed, folded.</param>
/// <param name="Forms">Each is one word, or several that follow each other; the likeliest first.</param>
/// <param name="Rarity">How much the word says about what is meant.</param>
/// <param name="IsCorrected">Whether the archive doesn't have the word itself.</param>
sealed record QueryTerm(string Word, IReadOnlyList<IReadOnlyList<string>> Forms, double Rarity, bool IsCorrected)
{
    /// <summary>Whether it may be the beginning of a longer word.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Whether it names somebody or something.</summary>
    public bool IsName { get; init; }

    /// <summary>What was probably meant.</summary>
    public string Meant => Forms is [var first, ..] ? string.Join(' ', first) : Word;
}
