using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Tests;

/// <summary>A fake clock that reports when code starts to wait, so that a test advances it at the right moment.</summary>
sealed class WatchedClock : FakeTimeProvider
{
    readonly Channel<TimeSpan> waits = Queues.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until code waits for this long, and then advances the clock.</summary>
    public Task PassAsync(double seconds) => PassAsync(seconds, seconds);

    public async Task PassAsync(double fromSeconds, double toSeconds) => Advance(await WaitAsync(fromSeconds, toSeconds));

    /// <summary>Waits until code waits for this long. Fails after 30 real seconds.</summary>
    public async Task<TimeSpan> WaitAsync(double fromSeconds, double toSeconds)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var wait = await waits.Reader.ReadAsync(timeout.Token);
            if (wait >= TimeSpan.FromSeconds(fromSeconds) && wait <= TimeSpan.FromSeconds(toSeconds))
                return wait;
        }
    }
}
