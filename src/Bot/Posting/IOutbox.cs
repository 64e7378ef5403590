namespace Bot.Posting;

/// <summary>Messages on their way to channels, each claimed before it is sent and recorded after.</summary>
interface IOutbox
{
    /// <summary>Makes what a process that died was sending due again. To be called when no other process sends.</summary>
    Task<int> ReclaimAsync(CancellationToken ct);

    /// <summary>The channels for which something is due.</summary>
    Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct);

    /// <summary>When, after now, the next message is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken ct);

    /// <summary>Sends all that is due for one channel.</summary>
    Task SendDueAsync(string channel, CancellationToken ct);
}
