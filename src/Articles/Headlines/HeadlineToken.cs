namespace Articles.Headlines;

/// <summary>A word of a headline as it is written, in lower case and without accents.</summary>
/// <param name="IsCapital">Whether it starts with a capital letter.</param>
/// <param name="IsUpper">Whether it has two letters or more, all of them capital.</param>
/// <param name="StartsPhrase">Whether a comma, a colon, or the like is before it.</param>
/// <param name="IsNumber">Whether it has a digit, or is a number in words.</param>
/// <param name="IsSpelledOne">Whether it is "one", which may be no more than "a".</param>
sealed record HeadlineToken(string Text, bool IsCapital, bool IsUpper, bool StartsPhrase, bool IsNumber, bool IsSpelledOne = false)
{
    /// <summary>"Mayor's", and not "mayor".</summary>
    public bool IsOwner { get; init; }
}
