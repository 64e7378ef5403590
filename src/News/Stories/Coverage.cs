namespace News.Stories;

/// <summary>Who wrote about a story, and what. The lead is among it.</summary>
public sealed record Coverage
{
    /// <summary>One for each text that is no reprint of another, best first: quality, then the earliest, then those without a time.</summary>
    public required IReadOnlyList<CoverageLine> Lines { get; init; }

    /// <summary>How many different addresses there are, reprints among them; an item without an address counts as one.</summary>
    public required int Links { get; init; }

    /// <summary>How many different outlets there are, by domain.</summary>
    public required int Outlets { get; init; }

    /// <summary>Which outlets there are, as <see cref="CoverageLine.Outlet"/> spells them.</summary>
    public IEnumerable<string> OutletKeys => All.Select(line => line.Outlet).Where(outlet => outlet.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Each line, and behind it those with the same text.</summary>
    public IEnumerable<CoverageLine> All => Lines.SelectMany(line => line.Reprints.Prepend(line));

    /// <summary>How many texts are no reprint of another.</summary>
    public int Independent => Lines.Count;

    /// <summary>The earliest, where times are known; it may be a reprint that stands below a better one.</summary>
    public required CoverageLine? First { get; init; }

    /// <summary>The one of the highest quality, where qualities are known.</summary>
    public required CoverageLine? Best { get; init; }

    /// <summary>The newest text, where times are known. A reprint of another is none.</summary>
    public required CoverageLine? Latest { get; init; }

    /// <param name="articles">Those of one story, the lead first.</param>
    /// <param name="now">What is published later than this has no time that can be trusted; null trusts every time.</param>
    public static Coverage Of(IReadOnlyList<Article> articles, DateTimeOffset? now = null)
    {
        var items = CoverageFolding.ByAddress(articles.SelectMany(CoverageItem.Of))
            .OrderByDescending(item => item.Line.Quality ?? int.MinValue)
            .ThenBy(item => Time(item.Line) ?? DateTimeOffset.MaxValue)
            .ToList();
        var lines = CoverageFolding.Reprints(items);
        return new()
        {
            Lines = lines,
            Links = items.Count,
            Outlets = Math.Max(items.Select(item => item.Outlet).Where(outlet => outlet.Length > 0).Distinct(StringComparer.Ordinal).Count(), items.Count > 0 ? 1 : 0),
            First = items.Select(item => item.Line).Where(line => Time(line) is not null).MinBy(Time),
            Best = lines.Find(line => line.Quality is not null),
            Latest = lines.Where(line => Time(line) is not null).MaxBy(Time),
        };

        DateTimeOffset? Time(CoverageLine line) => line.PublishedAt <= (now ?? DateTimeOffset.MaxValue) ? line.PublishedAt : null;
    }
}

/// <summary>What one outlet wrote about a story.</summary>
public sealed record CoverageLine
{
    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    public Provider Provider { get; init; } = Provider.Unknown;

    /// <summary>One spelling of who wrote it, to compare: its domain, or else its name; empty where neither is known.</summary>
    public string Outlet => Provider.Domain.Length > 0 ? Provider.Domain : Provider.Name.Trim().ToLowerInvariant();

    /// <summary>Null where no address is known; such a line is shown without a link.</summary>
    public Uri? Link { get; init; }

    /// <summary>In UTC; null where it is not known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary><c>article</c>, <c>video</c>, …</summary>
    public string Type { get; init; } = "article";

    public int? Quality { get; init; }

    public Image? Image { get; init; }

    /// <summary>The key of the article of ours that this is; null where it only stands in another's list.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The same text elsewhere, in the order of <see cref="Coverage.Lines"/>.</summary>
    public IReadOnlyList<CoverageLine> Reprints { get; init; } = [];
}
