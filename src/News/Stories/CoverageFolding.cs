namespace News.Stories;

/// <summary>Puts together what is the same: one address in several lists, and one text at several outlets.</summary>
static class CoverageFolding
{
    /// <summary>Excerpts are cut at different lengths; so many words in the same order are the beginning of the same text.</summary>
    const int LongBeginning = 8;

    /// <summary>Items of which any two have an address in common are one: an article of ours first, then the one that tells most, then the first.</summary>
    public static List<CoverageItem> ByAddress(IEnumerable<CoverageItem> items)
    {
        var all = items.ToList();
        var groups = new Components(all.Count);
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, item) in all.Index())
            foreach (var address in item.Addresses)
                if (!holders.TryAdd(address, at))
                    groups.Join(holders[address], at);
        return [.. all.Index().GroupBy(item => groups.Of(item.Index), item => item.Item).Select(same => same.MaxBy(item => item.Filled)!)];
    }

    /// <summary>The items as lines, in their order, each reprint below the first that it repeats.</summary>
    public static List<CoverageLine> Reprints(IReadOnlyList<CoverageItem> items)
    {
        var kept = new List<(CoverageItem Item, HeadlineWords Excerpt, List<CoverageLine> Reprints)>();
        var byKey = new Dictionary<long, List<int>>();
        foreach (var item in items)
        {
            var (excerpt, keys) = (HeadlineWords.Of(item.Line.Excerpt), item.Words.Keys().ToList());
            var original = keys.SelectMany(key => byKey.GetValueOrDefault(key, [])).Order().Distinct().Cast<int?>()
                .FirstOrDefault(at => IsReprint(item, excerpt, kept[at!.Value].Item, kept[at.Value].Excerpt));
            if (original is { } place)
            {
                kept[place].Reprints.Add(item.Line);
                continue;
            }

            foreach (var key in keys)
                (byKey.TryGetValue(key, out var places) ? places : byKey[key] = []).Add(kept.Count);
            kept.Add((item, excerpt, []));
        }

        return [.. kept.Select(line => line.Reprints is [] ? line.Item.Line : line.Item.Line with { Reprints = line.Reprints })];
    }

    static bool IsReprint(CoverageItem item, HeadlineWords excerpt, CoverageItem other, HeadlineWords otherExcerpt) =>
        item.Outlet != other.Outlet && item.Words.IsNear(other.Words) && (excerpt.Text.Length == 0 || otherExcerpt.Text.Length == 0 || IsSameText(excerpt, otherExcerpt));

    static bool IsSameText(HeadlineWords one, HeadlineWords other) => one.Text == other.Text || one.IsNear(other) || Begins(one.Text, other.Text) || Begins(other.Text, one.Text);

    static bool Begins(string shorter, string longer) =>
        shorter.Length < longer.Length && longer.StartsWith(shorter, StringComparison.Ordinal) && shorter.AsSpan().Count(' ') >= LongBeginning - 1;
}
