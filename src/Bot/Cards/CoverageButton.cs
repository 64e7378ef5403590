

namespace Bot.Cards;

/// <summary>What the button under a post carries: it opens all related coverage, for the one who presses it.</summary>
static class CoverageButton
{
    public const string Name = "coverage";

    /// <summary>In the place of a page's number: the first page, as a message of its own.</summary>
    public const int Opening = -2;

    /// <param name="story">The story's public key.</param>
    public static CustomId Of(long story) => new(Name, story, Opening);

    /// <summary>Under a message on new coverage, which is recognized by it.</summary>
    /// <param name="story">The story's public key.</param>
    /// <param name="update">The public key of what the message tells.</param>
    public static CustomId OfUpdate(long story, long update) => Of(story) with { Words = Mark(update) };

    public static bool IsOfUpdate(string? customId, long update) =>
        CustomId.Parse(customId) is { Name: Name, Words: { } words } && words == Mark(update);

    static string Mark(long update) => $"news-{update}";
}
