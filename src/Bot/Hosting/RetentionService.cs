using Desk.Database;
using Desk.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Deletes old records once a day, in the background. When the database can't be written, the next day is early enough.</summary>
sealed partial class RetentionService(
    DeskLease desk, ContentOptions content, OldRecords records, TimeProvider clock, ILogger<RetentionService> log) : BackgroundService
{
    /// <summary>A start has better things to do first.</summary>
    internal static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        if (content.KeepHistoryDays == 0)
            return;
        await desk.HeldAsync(ct);
        for (var wait = AfterStart; ; wait = Every)
        {
            await Task.Delay(wait, clock, ct);
            try
            {
                var deleted = await records.DeleteAsync(clock.GetUtcNow().AddDays(-content.KeepHistoryDays), ct);
                if (deleted > 0)
                    LogDeleted(content.KeepHistoryDays, deleted);
            }
            catch (DatabaseException failure)
            {
                LogFailed(failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Deleted records older than {Days} days, as Content:KeepHistoryDays says: {Count}")]
    partial void LogDeleted(int days, int count);

    [LoggerMessage(LogLevel.Warning, "Old records could not be deleted; trying again tomorrow: {Reason}")]
    partial void LogFailed(string reason);
}
