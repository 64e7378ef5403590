namespace Sandbox.Gateway;

/// <summary>
/// In which order, and how often, events leave: once each and in theirs, unless a fault was asked for. The
/// documentation promises neither: https://discord.com/developers/docs/events/gateway#tracking-state.
/// </summary>
sealed class Delivery
{
    string? heldBack;

    /// <summary>How many of the next events come twice.</summary>
    public int Duplicates { get; private set; }

    /// <summary>How often the next event comes after the one that follows it.</summary>
    public int Swaps { get; private set; }

    /// <summary>The next events come twice.</summary>
    public void Duplicate(int events) => Duplicates += events;

    /// <summary>The next event comes after the one that follows it, as often as said.</summary>
    public void Reorder(int pairs) => Swaps += pairs;

    /// <summary>What to send now that this event happened.</summary>
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

    /// <summary>A new connection is sent everything that it missed; nothing is late any more.</summary>
    public void StartAnew() => heldBack = null;
}
