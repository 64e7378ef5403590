using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>
/// Names in the order in which typed text may mean them: its beginning, the beginning of a word, other names, a misspelt name.
/// </summary>
static class NearNames
{
    const int No = int.MaxValue;

    /// <param name="known">In the order of those that fit equally well.</param>
    /// <param name="names">What one is called; the first is its own name.</param>
    public static IReadOnlyList<TNamed> Of<TNamed>(
        string typed,
        IReadOnlyList<TNamed> known,
        Func<TNamed, IEnumerable<string>> names,
        int most)
    {
        var wanted = FoldedText.Of(typed);
        if (wanted.Length == 0)
            return [.. known.Take(most)];
        return [.. known
            .Select(one => (One: one, Rank: Rank(wanted, names(one))))
            .Where(one => one.Rank < No)
            .OrderBy(one => one.Rank)
            .Take(most)
            .Select(one => one.One)];
    }

    static int Rank(string typed, IEnumerable<string> names) =>
        names.Select((name, at) => Rank(typed, FoldedText.Of(name), isOwn: at == 0)).DefaultIfEmpty(No).Min();

    static int Rank(string typed, string name, bool isOwn)
    {
        var other = isOwn ? 0 : 1;
        if (name == typed)
            return other;
        if (name.StartsWith(typed, StringComparison.Ordinal))
            return 2 + other;
        if (name.Contains($" {typed}", StringComparison.Ordinal) || name.Contains($"-{typed}", StringComparison.Ordinal))
            return 4 + other;
        if (name.Contains(typed, StringComparison.Ordinal))
            return 6 + other;
        var allowed = typed.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
        // While somebody is typing, only the beginning of the name is there.
        if (allowed > 0 && Spelling.Distance(typed, name, allowed) is { } distance)
            return 8 + distance;
        return allowed > 0 && name.Length > typed.Length && Spelling.Distance(typed, name.AsSpan(0, typed.Length), allowed) is { } begun
            ? 12 + begun
            : No;
    }
}
