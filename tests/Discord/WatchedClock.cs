using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Tests;

/// <summary>A clock that knows when somebody begins to wait, so that a test moves it then, and never guesses.</summary>
sealed class WatchedClock : FakeTimeProvider
{
    readonly Channel<TimeSpan> waits = Queues.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Until somebody waits for as long as this, and then until that time has passed.</summary>
    public Task PassAsync(double seconds) => PassAsync(seconds, seconds);

    public async Task PassAsync(double fromSeconds, double toSeconds) => Advance(await WaitAsync(fromSeconds, toSeconds));

    /// <summary>Until somebody waits for as long as this. Gives up, in real time, when nobody does.</summary>
    public async Task<TimeSpan> WaitAsync(double fromSeconds, double toSeconds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var wait = await waits.Reader.ReadAsync(patience.Token);
            if (wait >= TimeSpan.FromSeconds(fromSeconds) && wait <= TimeSpan.FromSeconds(toSeconds))
                return wait;
        }
    }
}
