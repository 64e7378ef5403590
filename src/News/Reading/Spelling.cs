namespace News.Reading;

/// <summary>Whether a word is probably a slip of the pen for another one.</summary>
static class Spelling
{
    public static bool IsNear(string typed, string meant)
    {
        if (typed.Equals(meant, StringComparison.OrdinalIgnoreCase))
            return true;
        var allowed = meant.Length < 6 ? 1 : 2;
        return Math.Abs(typed.Length - meant.Length) <= allowed && Distance(typed, meant) <= allowed;
    }

    /// <summary>The known word that was probably meant: the nearest one, or null where none is near. A known word itself has none; one that differs in case has.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in known)
        {
            if (typed == word)
                return null;
            if (IsNear(typed, word) && Distance(typed, word) is var distance && distance < least)
                (nearest, least) = (word, distance);
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, ignoring case.</summary>
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
