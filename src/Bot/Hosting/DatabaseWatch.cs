using Bot.Posting;
using Desk.Database;
using Desk.Outbox;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>
/// Ends the program when its database was deleted, replaced, damaged or taken over. Going on would answer and post from a file that is
/// gone after the next start.
/// </summary>
sealed class DatabaseWatch(DeskDatabase database, OutboxLease lease, FatalErrorHandler fatal, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Lost += Stop;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Lost -= Stop;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!fatal.IsStopped)
        {
            try
            {
                await lease.CheckAsync(ct);
            }
            catch (DatabaseException failure)
            {
                // A final problem has already stopped the bot. If the database is only busy or full, the code that uses it reports that.
                if (failure.IsFinal)
                    return;
            }

            await Task.Delay(Every, clock, ct);
        }
    }

    void Stop(DatabaseException lost) => fatal.Stop(lost.Message);
}
