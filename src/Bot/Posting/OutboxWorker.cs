using Desk.Database;
using Desk.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Sends what is due: each channel in its own order, and none waits for another.</summary>
sealed partial class OutboxWorker(
    DeliveryStore deliveries,
    OutboxLease lease,
    DeskProcess process,
    MessageSender sender,
    OutboxSignal signal,
    FatalErrorHandler fatal,
    ClockJumps jumps,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    /// <summary>What another process decides wakes nobody here.</summary>
    static readonly TimeSpan LongestSleepBesideOthers = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// For this long after the clock is set, another process or an open transaction may still record times as the clock showed before.
    /// </summary>
    static readonly TimeSpan UntilAllKnow = TimeSpan.FromSeconds(5);

    static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!fatal.IsStopped)
        {
            try
            {
                await deliveries.ReclaimAsync(ct);
                await SendAllAsync(ct);
            }
            catch (DatabaseException failure)
            {
                if (failure.IsFinal)
                    return;
                // What was sent but not recorded is claimed again, and its channel is searched for it.
                LogDatabase(DatabasePause, failure.Message);
                await Task.Delay(DatabasePause, clock, ct);
            }
        }
    }

    async Task SendAllAsync(CancellationToken ct)
    {
        var sending = new Dictionary<string, Task>();
        try
        {
            await SendAllAsync(sending, ct);
        }
        finally
        {
            // Otherwise a channel whose sender still runs would get a second one.
            await Task.WhenAll(sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SendAllAsync(Dictionary<string, Task> sending, CancellationToken ct)
    {
        var wake = Task.CompletedTask;
        var jump = jumps.Jump;
        long? jumpedAt = null;
        while (!fatal.IsStopped)
        {
            if ((jumps.Jump - jump).Duration() > LongestSleep)
            {
                LogJump(jumps.Jump - jump);
                await deliveries.ReviseAsync(wasSet: true, ct);
                (jump, jumpedAt) = (jumps.Jump, clock.GetTimestamp());
            }

            if (jumpedAt is { } at && clock.GetElapsedTime(at) > UntilAllKnow)
            {
                await deliveries.ReviseAsync(wasSet: true, ct);
                jumpedAt = null;
            }

            await lease.ShareAsync(sending.Keys, ct);
            await deliveries.TakeOverAsync(ct);
            var asked = clock.GetUtcNow();
            foreach (var channel in (await deliveries.ChannelsDueAsync(ct)).Where(lease.Has).Except(sending.Keys))
                sending[channel] = sender.SendDueAsync(channel, ct);

            if (wake.IsCompleted)
                wake = signal.WaitAsync(await SleepAsync(asked, ct), ct);
            await Task.WhenAny([wake, .. sending.Values]);

            foreach (var (channel, done) in sending.Where(one => one.Value.IsCompleted).ToList())
            {
                sending.Remove(channel);
                await done;
                // It may have put off something to a time before the one that is slept until.
                signal.Set();
            }
        }
    }

    /// <summary>What became due since it was asked what is due must not wait for the longest sleep.</summary>
    async Task<TimeSpan> SleepAsync(DateTimeOffset asked, CancellationToken ct)
    {
        var longest = process.IsShared ? LongestSleepBesideOthers : LongestSleep;
        if (await deliveries.NextDueAsync(asked, ct) - clock.GetUtcNow() is not { } wait || wait > longest)
            return longest;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    [LoggerMessage(LogLevel.Warning, "The clock was set by {Jump}, so waiting posts are decided on again")]
    partial void LogJump(TimeSpan jump);

    [LoggerMessage(LogLevel.Error, "The database is unavailable; retrying in {Pause}: {Reason}")]
    partial void LogDatabase(TimeSpan pause, string reason);
}
