using Desk.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Waits at the start until this process may run the desk, keeps that right while it runs, and gives it up at the end. What starts after
/// it, and ends before it, needs the right.
/// </summary>
sealed partial class DeskLeaseService(DeskDatabase database, DeskLease lease, TimeProvider clock, ILogger<DeskLeaseService> log)
    : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var isFailing = false;
        while (!lease.IsHeld)
        {
            try
            {
                await lease.TakeAsync(() => LogStandBy(database.Name), cancellationToken);
            }
            catch (DatabaseException failure) when (!failure.IsFinal)
            {
                if (!isFailing)
                    LogNotTaken(failure.Message);
                isFailing = true;
                await Task.Delay(DeskLease.LookEvery, clock, cancellationToken);
            }
        }

        if (lease.IsTimed)
            LogTaken(database.Name);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await lease.ReleaseAsync(cancellationToken);
        }
        catch (DatabaseException failure)
        {
            LogNotReleased(failure.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var isFailing = false;
        while (lease.IsTimed)
        {
            await Task.Delay(DeskLease.RenewEvery, clock, ct);
            try
            {
                await lease.RenewAsync(ct);
                isFailing = false;
            }
            catch (DatabaseException failure)
            {
                // What is final has stopped the bot.
                if (failure.IsFinal)
                    return;
                if (!isFailing)
                    LogNotRenewed(failure.Message);
                isFailing = true;
            }
        }
    }

    [LoggerMessage(
        LogLevel.Information, "Another process runs the desk on {Database}. This one stands by, and takes over when that one ends")]
    partial void LogStandBy(string database);

    [LoggerMessage(LogLevel.Information, "This process runs the desk on {Database}")]
    partial void LogTaken(string database);

    [LoggerMessage(LogLevel.Warning, "Whether this process may run the desk can't be asked; it asks again. {Reason}")]
    partial void LogNotTaken(string reason);

    [LoggerMessage(LogLevel.Warning, "The desk's lease can't be renewed. Nothing is sent when it ends. {Reason}")]
    partial void LogNotRenewed(string reason);

    [LoggerMessage(LogLevel.Warning, "The desk's lease could not be given up; it ends by itself. {Reason}")]
    partial void LogNotReleased(string reason);
}
