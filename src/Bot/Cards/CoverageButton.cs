namespace Bot.Cards;

/// <summary>What the button under a post carries: it opens all related coverage, for the one who presses it.</summary>
static class CoverageButton
{
    public const string Name = "coverage";

    /// <summary>In the place of a page's number: the first page, as a message of its own.</summary>
    public const int Opening = -2;

    public static CustomId Of(long articleId) => new(Name, articleId, Opening);

    /// <summary>Under a message on new coverage, which is known again by it.</summary>
    public static CustomId OfNews(long articleId, long newsId) => Of(articleId) with { Words = Mark(newsId) };

    public static bool IsOfNews(string? customId, long newsId) => CustomId.Parse(customId) is { Name: Name, Words: { } words } && words == Mark(newsId);

    static string Mark(long newsId) => $"news-{newsId}";
}
