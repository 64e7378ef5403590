using Desk.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Makes this process one of those that run on the database, says that it lives, and looks who else does. What starts after it, and ends
/// before it, needs that.
/// </summary>
sealed partial class ProcessService(
    DeskDatabase database,
    DeskProcess process,
    DeskLease desk,
    RequestShares requests,
    TimeProvider clock,
    ILogger<ProcessService> log) : BackgroundService
{
    string? told;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await TryAsync(() => JoinAsync(cancellationToken)))
            await Task.Delay(DeskProcess.LookEvery, clock, cancellationToken);
        if (!desk.IsHeld)
            LogBeside(database.Name);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => process.LeaveAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var renewed = clock.GetTimestamp();
        while (process.IsShared)
        {
            await Task.Delay(DeskProcess.LookEvery, clock, ct);
            if (clock.GetElapsedTime(renewed) >= DeskProcess.RenewEvery && await TryAsync(() => process.RenewAsync(ct)))
                renewed = clock.GetTimestamp();
            await TryAsync(() => LookAsync(ct));
        }
    }

    async Task JoinAsync(CancellationToken ct)
    {
        await process.JoinAsync(() => LogWaits(database.Name), ct);
        await LookAsync(ct);
    }

    async Task LookAsync(CancellationToken ct)
    {
        await process.LookAsync(ct);
        if (process.ServersTime is { } servers)
            (clock as SharedClock)?.Set(servers.Time, servers.At);
        if (await desk.TryTakeAsync(ct) && process.IsShared)
            LogDesk(database.Name);
        await requests.AdjustAsync(ct);
    }

    /// <summary>A failure that repeats is logged once. One that is final has stopped the bot.</summary>
    async Task<bool> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            told = null;
            return true;
        }
        catch (DatabaseException failure)
        {
            if (failure.Message != told && !failure.IsFinal)
                LogFailed(failure.Message);
            told = failure.Message;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Database} is being copied or moved. This process waits until that is done")]
    partial void LogWaits(string database);

    [LoggerMessage(LogLevel.Information, "This process runs the desk on {Database}")]
    partial void LogDesk(string database);

    [LoggerMessage(
        LogLevel.Information, "Another process runs the desk on {Database}. This one shares its work, and takes over when it ends")]
    partial void LogBeside(string database);

    [LoggerMessage(LogLevel.Warning, "The processes on the database can't be looked at; nothing is sent until they can. {Reason}")]
    partial void LogFailed(string reason);
}
