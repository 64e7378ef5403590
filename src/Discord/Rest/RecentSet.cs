namespace Discord.Rest;

/// <summary>Remembers the last thousand items and forgets older ones.</summary>
sealed class RecentSet<T>
{
    internal const int Capacity = 1000;

    readonly HashSet<T> known = [];
    readonly Queue<T> oldest = new();

    public bool Contains(T item) => known.Contains(item);

    /// <returns>Whether the item is new.</returns>
    public bool Add(T item)
    {
        if (!known.Add(item))
            return false;
        oldest.Enqueue(item);
        if (oldest.Count > Capacity)
            known.Remove(oldest.Dequeue());
        return true;
    }
}
