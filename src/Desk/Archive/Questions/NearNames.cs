using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>
/// Names in the order in which typed text may mean them: its beginning, the beginning of a word, other names, a misspelt name.
/// </summary>
static class NearNames
{
    const int No = int.MaxValue;

    /// <summary>From this rank on, what was typed is no part of a name.</summary>
    const int Misspelt = 8;

    /// <param name="known">In the order of those that fit equally well.</param>
    /// <param name="names">What one is called; the first is its own name.</param>
    public static IReadOnlyList<TNamed> Of<TNamed>(
        string typed,
        IReadOnlyList<TNamed> known,
        Func<TNamed, IEnumerable<string>> names,
        int most)
    {
        var wanted = FoldedText.Of(typed).Trim();
        return wanted.Length == 0 ? [.. known.Take(most)] : [.. Ranked(wanted, known, names).Take(most).Select(one => one.One)];
    }

    /// <summary>The only one whose name has what was typed in it; null if there are several, or none.</summary>
    /// <inheritdoc cref="Of"/>
    public static TNamed? Only<TNamed>(string typed, IReadOnlyList<TNamed> known, Func<TNamed, IEnumerable<string>> names)
        where TNamed : class =>
        FoldedText.Of(typed).Trim() is { Length: > 0 } wanted
        && Ranked(wanted, known, names).Where(one => one.Rank < Misspelt).Take(2).ToList() is [var only]
            ? only.One
            : null;

    static IEnumerable<(TNamed One, int Rank)> Ranked<TNamed>(
        string wanted, IReadOnlyList<TNamed> known, Func<TNamed, IEnumerable<string>> names) => known
        .Select(one => (One: one, Rank: Rank(wanted, names(one))))
        .Where(one => one.Rank < No)
        .OrderBy(one => one.Rank);

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
        return name.Contains(typed, StringComparison.Ordinal) ? 6 + other : Typos(typed, name) is { } typos ? Misspelt + typos : No;
    }

    /// <summary>
    /// How far what was typed is from the name, from its beginning or from one of its words on. What is only begun counts more, and so
    /// does what begins within the name.
    /// </summary>
    static int? Typos(string typed, string name)
    {
        var allowed = typed.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
        if (allowed == 0)
            return null;
        int? least = null;
        for (var start = 0; start >= 0 && start < name.Length; start = NextWord(name, start))
        {
            var rest = name.AsSpan(start);
            var within = start == 0 ? 0 : 1;
            Keep(Spelling.Distance(typed, rest, allowed) + within);
            if (rest.IndexOf(' ') is > 0 and var end)
                Keep(Spelling.Distance(typed, rest[..end], allowed) + within + 2);
            // While somebody is typing, only the beginning is there.
            if (rest.Length > typed.Length)
                Keep(Spelling.Distance(typed, rest[..typed.Length], allowed) + within + 4);
        }

        return least;

        void Keep(int? typos) => least = typos < (least ?? No) ? typos : least;
    }

    static int NextWord(string name, int start) => name.IndexOf(' ', start) is >= 0 and var space ? space + 1 : -1;
}
