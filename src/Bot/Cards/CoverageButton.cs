namespace Bot.Cards;

/// <summary>What the button under a post carries: it opens all related coverage, for the one who presses it.</summary>
static class CoverageButton
{
    public const string Name = "coverage";

    /// <summary>In the place of a page's number: the first page, as a message of its own.</summary>
    public const int Opening = -2;

    public static CustomId Of(long articleId) => new(Name, articleId, Opening);
}
