using System.Runtime.InteropServices;

namespace Bot.Hosting;

/// <summary>
/// Ctrl+C and SIGTERM, from the first moment on: also while the database is opened, when there is no host yet that could stop.
/// </summary>
sealed class StopSignals : IDisposable
{
    /// <summary>From a signal to the end. A supervisor kills the program soon after: one of containers after 10 seconds.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);

    /// <summary>Of that, for the services of the host. What they can't record by then is looked for at the next start.</summary>
    public static readonly TimeSpan ForServices = TimeSpan.FromSeconds(5);

    readonly CancellationTokenSource stop = new();
    readonly IReadOnlyList<PosixSignalRegistration> registrations;

    public StopSignals() =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>The exit code of the work, unless it takes too long to stop.</summary>
    /// <returns>0 for work that was left behind: what it did is recorded, or looked for at the next start.</returns>
    public static async Task<int> ExitCodeOfAsync(Func<CancellationToken, Task<int>> work, TimeProvider clock, CancellationToken stop)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = clock.CreateTimer(_ => late.TrySetResult(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // What is registered last is called first: the time runs even if the work gets stuck in a callback, for which to dispose this
        // would wait.
        var working = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var begin = stop.Register(() => timer.Change(Longest, Timeout.InfiniteTimeSpan));
        var exitCode = Task.Run(() => work(working.Token), CancellationToken.None);
        await Task.WhenAny(exitCode, late.Task);
        return exitCode.IsCompleted ? await exitCode : 0;
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    void Stop(PosixSignalContext context)
    {
        // The program ends by itself.
        context.Cancel = true;
        stop.Cancel();
    }
}
