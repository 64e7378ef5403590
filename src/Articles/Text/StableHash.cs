namespace Articles.Text;

/// <summary>A text as 64 bits, the same in every run, because they are stored: FNV-1a, its bits mixed once more.</summary>
public static class StableHash
{
    const ulong Prime = 1099511628211;

    /// <param name="seed">Another seed gives another hash of the same text.</param>
    public static long Of(ReadOnlySpan<char> text, long seed = 0)
    {
        var hash = 14695981039346656037 ^ (ulong)seed;
        foreach (var character in text)
            hash = (hash ^ character) * Prime;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        return (long)(hash ^ (hash >> 33));
    }
}
