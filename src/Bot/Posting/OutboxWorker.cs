using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Has sent what is due, each outbox and channel in its order and none waiting for another.</summary>
sealed partial class OutboxWorker(
    IEnumerable<IOutbox> outboxes,
    OutboxSignal signal,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(30);

    readonly IReadOnlyList<IOutbox> outboxes = [.. outboxes];

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        foreach (var outbox in outboxes)
            await outbox.ReclaimAsync(ct);
        while (!fatal.IsStopped)
        {
            try
            {
                await SendAllAsync(ct);
            }
            catch (DbException failure)
            {
                // What was sent but could not be recorded stays claimed, and is looked for in its channel when the claim ends.
                LogDatabase(DatabasePause, failure.Message);
                await Task.Delay(DatabasePause, clock, ct);
            }
        }
    }

    async Task SendAllAsync(CancellationToken ct)
    {
        var sending = new Dictionary<(IOutbox Outbox, string Channel), Task>();
        var wake = Task.CompletedTask;
        while (!fatal.IsStopped)
        {
            foreach (var outbox in outboxes)
            {
                foreach (var channel in (await outbox.ChannelsDueAsync(ct)).Where(channel => !sending.ContainsKey((outbox, channel))))
                    sending[(outbox, channel)] = outbox.SendDueAsync(channel, ct);
            }

            if (wake.IsCompleted)
                wake = signal.WaitAsync(await SleepAsync(ct), ct);
            await Task.WhenAny([wake, .. sending.Values]);

            foreach (var (channel, done) in sending.Where(one => one.Value.IsCompleted).ToList())
            {
                sending.Remove(channel);
                await done;
            }
        }
    }

    async Task<TimeSpan> SleepAsync(CancellationToken ct)
    {
        var sleep = LongestSleep;
        foreach (var outbox in outboxes)
        {
            if (await outbox.NextDueAsync(ct) is { } due && due - clock.GetUtcNow() is var wait && wait < sleep)
                sleep = wait;
        }

        return sleep;
    }

    [LoggerMessage(LogLevel.Error, "The database can't be used, which is tried again in {Pause}: {Reason}")]
    partial void LogDatabase(TimeSpan pause, string reason);
}
