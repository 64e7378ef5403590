using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Storage;

namespace Bot.Posting;

/// <summary>Has sent what is due, each channel in its order and none waiting for another.</summary>
sealed partial class OutboxWorker(
    DeliveryStore deliveries,
    MessageSender sender,
    OutboxSignal signal,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await deliveries.ReclaimAsync(ct);
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
        var sending = new Dictionary<string, Task>();
        var wake = Task.CompletedTask;
        while (!fatal.IsStopped)
        {
            foreach (var channel in (await deliveries.ChannelsDueAsync(ct)).Where(channel => !sending.ContainsKey(channel)))
                sending[channel] = sender.SendDueAsync(channel, ct);

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
        var wait = await deliveries.NextDueAsync(ct) - clock.GetUtcNow();
        return wait < LongestSleep ? wait.Value : LongestSleep;
    }

    [LoggerMessage(LogLevel.Error, "The database can't be used, which is tried again in {Pause}: {Reason}")]
    partial void LogDatabase(TimeSpan pause, string reason);
}
