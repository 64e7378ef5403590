using Bot.Commands;
using Desk.Database;
using Desk.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Writes what <see cref="PressCounter"/> has, many presses at once, and deletes weeks of long ago. While the database can't be written,
/// the counts wait; a crash loses those of a few seconds.
/// </summary>
sealed partial class PressService(PressCounter presses, ChannelWeekStore weeks, TimeProvider clock, ILogger<PressService> log)
    : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    static readonly TimeSpan CleanEvery = TimeSpan.FromDays(1);

    /// <summary>For the last ones: the program's end doesn't wait longer for a database that is busy.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    DateTimeOffset cleanedAt = DateTimeOffset.MinValue;
    string? told;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, clock, ct);
                await TryAsync(() => WriteAsync(ct));
                await TryAsync(() => CleanAsync(ct));
            }
        }
        finally
        {
            using var last = new CancellationTokenSource(LastPatience);
            await TryAsync(() => WriteAsync(last.Token));
        }
    }

    async Task WriteAsync(CancellationToken ct)
    {
        var taken = presses.Take();
        if (taken is [])
            return;
        try
        {
            await weeks.AddAsync(taken, ct);
        }
        catch
        {
            presses.Return(taken);
            throw;
        }
    }

    async Task CleanAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() - cleanedAt < CleanEvery)
            return;
        await weeks.DeleteOldAsync(ct);
        cleanedAt = clock.GetUtcNow();
    }

    /// <summary>A failure that repeats is logged once.</summary>
    async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            told = null;
        }
        catch (DatabaseException failure)
        {
            if (failure.Message != told)
                LogFailed(failure.Message);
            told = failure.Message;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Statistics could not be written, and wait in memory: {Reason}")]
    partial void LogFailed(string reason);
}
