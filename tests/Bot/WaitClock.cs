using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

/// <summary>A clock that stands still, and reports when a certain class waits for a certain time.</summary>
/// <param name="wait">How long it waits.</param>
/// <param name="waiter">The class. Others may wait as long, at times that the test doesn't know.</param>
sealed class WaitClock(TimeSpan wait, Type waiter) : FakeTimeProvider
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
        if (dueTime == wait && new StackTrace().GetFrames().Any(IsWaiter))
            waiting.TrySetResult();
        return timer;
    }

    /// <summary>An asynchronous method runs in a class inside of its own.</summary>
    bool IsWaiter(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType is { } type && (type == waiter || type.DeclaringType == waiter);
}
