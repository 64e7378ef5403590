namespace Bot.Cards;

/// <summary>What the button under a post carries: it opens all related coverage, for the one who presses it.</summary>
static class CoverageButton
{
    public const string Name = "coverage";

    /// <summary>In the place of a page's number: the first page, as a message of its own.</summary>
    public const int Opening = -2;

    /// <param name="story">The story's public key.</param>
    public static CustomId Of(long story) => new(Name, story, Opening);

    /// <summary>A page of all coverage, in place of the one that has the button.</summary>
    /// <param name="story">The story's public key.</param>
    /// <param name="page">From 0.</param>
    public static CustomId OfPage(long story, int page, CoverageOrder order) => new(Name, story, page, (int)order);

    /// <summary>The first page in another order. It differs from every other button on a page, as Discord demands.</summary>
    /// <param name="story">The story's public key.</param>
    public static CustomId OfOrder(long story, CoverageOrder order) => OfPage(story, page: 0, order) with { Words = "order" };

    /// <summary>Whether it is the button on a story's card, and not one on a page of coverage or in a message about it.</summary>
    public static bool IsOfCard(CustomId? id) => id is { Name: Name, Words: null, Numbers: [_, Opening] };

    /// <summary>Under a message on new coverage, which is recognized by it.</summary>
    /// <param name="story">The story's public key.</param>
    /// <param name="update">The public key of what the message tells.</param>
    public static CustomId OfUpdate(long story, long update) => Of(story) with { Words = Mark(update) };

    public static bool IsOfUpdate(string? customId, long update) =>
        CustomId.Parse(customId) is { Name: Name, Words: { } words } && words == Mark(update);

    static string Mark(long update) => $"news-{update}";
}

/// <summary>What comes first in all coverage of a story. Buttons carry the numbers.</summary>
enum CoverageOrder
{
    Top = 0,
    First = 1,
    Latest = 2,
}
