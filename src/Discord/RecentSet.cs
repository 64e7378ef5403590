namespace Discord;

/// <summary>The last thousand of something; what is older is forgotten.</summary>
sealed class RecentSet<T>
{
    internal const int Remembered = 1000;

    readonly HashSet<T> known = [];
    readonly Queue<T> oldest = new();

    public bool Contains(T item) => known.Contains(item);

    /// <returns>Whether it is new.</returns>
    public bool Add(T item)
    {
        if (!known.Add(item))
            return false;
        oldest.Enqueue(item);
        if (oldest.Count > Remembered)
            known.Remove(oldest.Dequeue());
        return true;
    }
}
