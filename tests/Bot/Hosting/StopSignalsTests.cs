using Bot.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

public sealed class StopSignalsTests : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    readonly FakeTimeProvider clock = new();
    readonly CancellationTokenSource signal = new();

    [Fact]
    public async Task Work_that_ends_gives_the_exit_code() =>
        Assert.Equal(1, await StopSignals.ExitCodeOfAsync(_ => Task.FromResult(1), clock, signal.Token));

    [Fact]
    public async Task Work_that_does_not_stop_is_left_behind_within_10_seconds_of_the_signal()
    {
        var endless = new TaskCompletionSource<int>();
        var exitCode = StopSignals.ExitCodeOfAsync(_ => endless.Task, clock, signal.Token);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.False(exitCode.IsCompleted);

        await signal.CancelAsync();
        clock.Advance(Longest);

        Assert.Equal(0, await exitCode);
    }

    [Fact]
    public async Task Work_that_gets_stuck_in_a_callback_of_the_signal_is_left_behind_too()
    {
        using var never = new ManualResetEventSlim();
        var isRegistered = new TaskCompletionSource();
        var isStuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var exitCode = StopSignals.ExitCodeOfAsync(
            stop =>
            {
                stop.Register(() =>
                {
                    isStuck.SetResult();
                    never.Wait();
                });
                isRegistered.SetResult();
                return new TaskCompletionSource<int>().Task;
            },
            clock, signal.Token);
        await isRegistered.Task;

        var canceling = Task.Run(signal.Cancel, TestContext.Current.CancellationToken);
        await isStuck.Task;
        clock.Advance(Longest);

        Assert.Equal(0, await exitCode);
        never.Set();
        await canceling;
    }

    public void Dispose() => signal.Dispose();
}
