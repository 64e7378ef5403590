namespace Articles.Stories;

/// <summary>Who reported a story when: the first report of each outlet, the earliest first.</summary>
public sealed record Timeline
{
    /// <summary>Reports whose time is known.</summary>
    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>How many outlets reported it at times that nobody knows.</summary>
    public required int Undated { get; init; }

    /// <summary>From the first report to the last.</summary>
    public TimeSpan Length => Reports is [] ? TimeSpan.Zero : Reports[^1].Gap;

    /// <param name="now">A later time is a mistake, and so unknown.</param>
    public static Timeline Of(Coverage coverage, DateTimeOffset now)
    {
        var outlets = coverage.All.GroupBy(KeyOf).ToList();
        var first = outlets
            .Select(outlet => outlet.Where(line => IsKnown(line.PublishedAt, now)).MinBy(line => line.PublishedAt))
            .OfType<CoverageLine>()
            .OrderBy(line => line.PublishedAt)
            .ToList();
        return new()
        {
            Reports = [.. first.Select(line => Report.Of(line, first[0].PublishedAt!.Value))],
            Undated = outlets.Count - first.Count,
        };
    }

    /// <summary>How many outlets reported it first in each hour, day or week: the smallest unit that leaves few enough.</summary>
    /// <param name="most">How many there may be. Even weeks may be more; then only the earliest are returned.</param>
    public (TimeSpan Unit, IReadOnlyList<(DateTimeOffset Start, int Outlets)> Parts) Parts(int most)
    {
        foreach (var unit in (TimeSpan[])[TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7)])
        {
            var parts = Reports.CountBy(report => report.At.UtcTicks / unit.Ticks).ToList();
            if (parts.Count <= most || unit.TotalDays > 1)
                return (unit, [.. parts.Take(most).Select(part => (new DateTimeOffset(part.Key * unit.Ticks, TimeSpan.Zero), part.Value))]);
        }

        throw new InvalidOperationException("The last unit always fits.");
    }

    /// <summary>Lines of unknown outlets are each somebody else's.</summary>
    static string KeyOf(CoverageLine line) => line.Outlet.Length > 0 ? line.Outlet : $"\n{line.Title}";

    static bool IsKnown(DateTimeOffset? at, DateTimeOffset now) => at > DateTimeOffset.UnixEpoch && at <= now;
}

/// <summary>An outlet's first report of a story.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Gap">Since the first report of any outlet.</param>
public readonly record struct Report(CoverageLine Line, DateTimeOffset At, TimeSpan Gap)
{
    /// <param name="line">With a known time.</param>
    /// <param name="first">When any outlet reported first.</param>
    internal static Report Of(CoverageLine line, DateTimeOffset first) =>
        new(line, line.PublishedAt!.Value, line.PublishedAt.Value - first);
}
