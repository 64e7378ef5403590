using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

/// <summary>A clock that stands still, and reports when code waits for a certain time.</summary>
sealed class WaitClock(TimeSpan wait) : FakeTimeProvider
{
    TaskCompletionSource waiting = new();

    /// <summary>Completes at the next wait.</summary>
    public Task NextWait()
    {
        waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
            waiting.TrySetResult();
        return timer;
    }
}
