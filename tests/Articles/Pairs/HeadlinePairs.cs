using Articles.Stories;

namespace Articles.Tests.Pairs;

/// <summary>Two articles of two outlets, and whether they report the same event.</summary>
sealed record HeadlinePair(Article One, Article Other, bool IsSame)
{
    /// <summary>Whether the importer would make one story of them: they have a key in common, and evidence.</summary>
    public bool IsJoined
    {
        get
        {
            var (one, other) = (StoryClues.Of(One), StoryClues.Of(Other));
            return one.Keys().Intersect(other.Keys()).Any() && StoryEvidence.Between(one, other) is not null;
        }
    }

    public override string ToString() => $"{(IsSame ? '=' : '!')} {One.Title} | {Other.Title}";
}

/// <summary>Reads the files of pairs; README.md describes them.</summary>
static class HeadlinePairs
{
    const string BeforeExcerpt = " // ";

    public static IReadOnlyList<HeadlinePair> Read(string file)
    {
        var (pairs, first) = (new List<HeadlinePair>(), (string?)null);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[..2] is "= " or "! ")
                pairs.Add(new(ArticleOf(first!, outlet: 1), ArticleOf(line[2..], outlet: 2), line[0] == '='));
            else
                first = line;
        }

        return pairs;
    }

    static Article ArticleOf(string line, int outlet)
    {
        var (title, excerpt) = line.Split(BeforeExcerpt) is [var before, var after] ? (before, after) : (line, "");
        return new()
        {
            Path = $"{outlet}.md",
            Title = title,
            Excerpt = excerpt,
            PublishedAt = new(2026, 11, 24, 7 + outlet, 0, 0, TimeSpan.Zero),
            WebUrl = new($"https://outlet{outlet}.example/{outlet}"),
            Provider = new($"Outlet {outlet}", $"outlet{outlet}.example"),
        };
    }
}
