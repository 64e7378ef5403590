namespace Articles.Text;

/// <summary>Whether a word is probably a typo of another one.</summary>
public static class Spelling
{
    /// <summary>Whether the two differ at most by case and one typo, or two in a word of six letters or more.</summary>
    public static bool IsNear(string typed, string meant)
    {
        if (typed.Equals(meant, StringComparison.OrdinalIgnoreCase))
            return true;
        var allowed = meant.Length < 6 ? 1 : 2;
        return Distance(typed, meant, allowed) is not null;
    }

    /// <summary>The known word that was probably meant.</summary>
    /// <returns>The nearest one; null if none is near, or if the word itself is known in this case.</returns>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in known)
        {
            if (typed == word)
                return null;
            if (IsNear(typed, word) && Distance(typed, word, most: 2) is { } distance && distance < least)
                (nearest, least) = (word, distance);
        }

        return nearest;
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbors, ignoring case.</summary>
    /// <returns>Null if there are more than <paramref name="most"/>.</returns>
    public static int? Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        var width = b.Length + 1;
        var rows = width <= 64 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var last = rows[width..(width * 2)];
        var next = rows[(width * 2)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        var lastLeast = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                next[j] = Math.Min(Math.Min(last[j] + 1, next[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                least = Math.Min(least, next[j]);
            }

            // A swap leaves a row out.
            if (least > most && lastLeast > most)
                return null;
            lastLeast = least;
            var unused = before;
            before = last;
            last = next;
            next = unused;
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }

    static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
