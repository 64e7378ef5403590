namespace News.Stories;

/// <summary>Which of a number of things are connected, directly or through others.</summary>
sealed class Components(int count)
{
    readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>The first of those that this one is connected with.</summary>
    public int Of(int at)
    {
        while (parents[at] != at)
            at = parents[at] = parents[parents[at]];
        return at;
    }

    /// <summary>Connects two. False where they were connected already.</summary>
    public bool Join(int one, int other)
    {
        (one, other) = (Of(one), Of(other));
        parents[Math.Max(one, other)] = Math.Min(one, other);
        return one != other;
    }
}
