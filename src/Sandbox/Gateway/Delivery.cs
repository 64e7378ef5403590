namespace Sandbox.Gateway;

/// <summary>
/// In which order, and how often, events leave: once each and in theirs, unless a fault was asked for. The
/// documentation promises neither: https://discord.com/developers/docs/events/gateway#tracking-state.
/// </summary>
sealed class Delivery
{
    int duplicates;
    int swaps;
    string? heldBack;

    /// <summary>The next events come twice.</summary>
    public void Duplicate(int events) => duplicates += events;

    /// <summary>The next event comes after the one that follows it, as often as said.</summary>
    public void Reorder(int pairs) => swaps += pairs;

    /// <summary>What to send now that this event happened.</summary>
    public IEnumerable<string> Next(string frame)
    {
        if (heldBack is { } late)
        {
            heldBack = null;
            return [frame, late];
        }

        if (swaps > 0)
        {
            swaps--;
            heldBack = frame;
            return [];
        }

        if (duplicates == 0)
            return [frame];
        duplicates--;
        return [frame, frame];
    }

    /// <summary>A new connection is sent everything that it missed; nothing is late any more.</summary>
    public void StartAnew() => heldBack = null;
}
