namespace LocalDiscord.Gateway;

/// <summary>
/// Sends events twice or in the wrong order on purpose. The documentation promises neither order nor uniqueness:
/// https://discord.com/developers/docs/events/gateway#tracking-state.
/// </summary>
sealed class DeliveryFaults
{
    string? heldBack;

    /// <summary>How many of the next events are sent twice.</summary>
    public int Duplicates { get; private set; }

    /// <summary>How many of the next events are sent after the one that follows them.</summary>
    public int Swaps { get; private set; }

    public void Duplicate(int events) => Duplicates += events;

    public void Reorder(int pairs) => Swaps += pairs;

    /// <summary>The frames to send now that this one is next.</summary>
    public IEnumerable<string> Next(string frame)
    {
        if (heldBack is { } late)
        {
            heldBack = null;
            return [frame, late];
        }

        if (Swaps > 0)
        {
            Swaps--;
            heldBack = frame;
            return [];
        }

        if (Duplicates == 0)
            return [frame];
        Duplicates--;
        return [frame, frame];
    }

    /// <summary>Drops the frame that was held back, because a new connection gets everything that it missed.</summary>
    public void Reset() => heldBack = null;
}
