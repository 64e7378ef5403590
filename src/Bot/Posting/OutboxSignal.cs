using System.Threading.Channels;

namespace Bot.Posting;

/// <summary>Wakes the outbox: something may be due.</summary>
sealed class OutboxSignal(TimeProvider clock)
{
    readonly Channel<bool> signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => signals.Writer.TryWrite(true);

    /// <summary>Returns when <see cref="Set"/> was called since the last wait, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        try
        {
            await signals.Reader.WaitToReadAsync(ct).AsTask().WaitAsync(atMost, clock, ct);
            signals.Reader.TryRead(out _);
        }
        catch (TimeoutException)
        {
            // Nobody called: the time is over.
        }
    }
}
