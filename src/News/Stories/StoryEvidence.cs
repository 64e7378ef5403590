namespace News.Stories;

/// <summary>Why two articles are about the same event: from the two alone, and the same for the other way round.</summary>
static class StoryEvidence
{
    /// <summary>Lists link to what came before; what is further apart is background.</summary>
    public static readonly TimeSpan LinksWithin = TimeSpan.FromDays(14);

    /// <summary>The same headline a week later is another instalment.</summary>
    public static readonly TimeSpan HeadlinesWithin = TimeSpan.FromDays(3);

    /// <summary>One link in common may be a background piece that everybody links to.</summary>
    const int EnoughShared = 2;

    /// <returns>The reason, for people to read; null where there is none.</returns>
    public static string? Between(StoryClues one, StoryClues other)
    {
        if (string.CompareOrdinal(one.Article.Path, other.Article.Path) > 0)
            (one, other) = (other, one);
        var apart = (one.Article.PublishedAt - other.Article.PublishedAt).Duration();
        if (apart > LinksWithin)
            return null;
        return Lists(one, other) ?? Lists(other, one) ?? ListsShare(one, other) ?? (apart <= HeadlinesWithin ? HeadlinesAgree(one, other) : null);
    }

    static string? Lists(StoryClues lister, StoryClues listed)
    {
        foreach (var (key, link) in listed.Own)
        {
            if (lister.Listed.ContainsKey(key))
                return $"{lister.Article.Path} lists {link}, which is {listed.Article.Path}";
        }

        return null;
    }

    static string? ListsShare(StoryClues one, StoryClues other)
    {
        var shared = one.Listed.Keys.Count(other.Listed.ContainsKey);
        if (shared == 0 || (shared < EnoughShared && shared * 2 < Math.Min(one.Listed.Count, other.Listed.Count)))
            return null;
        return $"the lists of {one.Article.Path} and {other.Article.Path} share {(shared == 1 ? "a link" : $"{shared} links")}";
    }

    static string? HeadlinesAgree(StoryClues one, StoryClues other) =>
        Provider.DomainOf(one.Article.Provider.Domain) != Provider.DomainOf(other.Article.Provider.Domain) && one.Words.IsNear(other.Words)
            ? $"near-equal headlines of {one.Article.Path} and {other.Article.Path}"
            : null;
}
