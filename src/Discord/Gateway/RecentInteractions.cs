namespace Discord;

/// <summary>
/// The last interactions, so that one that comes twice is answered once: Discord delivers events "zero, one or many times".
/// See https://discord.com/developers/docs/reference#consistency.
/// </summary>
sealed class RecentInteractions
{
    internal const int Remembered = 1000;

    readonly HashSet<Snowflake> known = [];
    readonly Queue<Snowflake> oldest = new();

    public bool IsNew(Snowflake id)
    {
        if (!known.Add(id))
            return false;
        oldest.Enqueue(id);
        if (oldest.Count > Remembered)
            known.Remove(oldest.Dequeue());
        return true;
    }
}
