using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>A database on which no bot can run meanwhile, unless that is allowed.</summary>
sealed class OwnedDatabase : IAsyncDisposable
{
    readonly DeskProcess process;
    readonly OwnerFile? file;
    readonly CancellationTokenSource end = new();
    Task renewing = Task.CompletedTask;

    OwnedDatabase(DeskDatabase database, OwnerFile? file) =>
        (Database, this.file, process) = (database, file, new(database, TimeProvider.System));

    public DeskDatabase Database { get; }

    /// <exception cref="DatabaseException">A bot runs on it, or it can't be used.</exception>
    public static async Task<OwnedDatabase> OpenAsync(string place, bool mayRun, CancellationToken ct)
    {
        var file = mayRun || PostgresAddress.IsOne(place) ? null : OwnerFile.Take(place);
        DeskDatabase? database = null;
        try
        {
            database = new(place);
            var owned = new OwnedDatabase(database, file);
            if (!mayRun)
                await owned.TakeAsync(ct);
            return owned;
        }
        catch
        {
            database?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    async Task TakeAsync(CancellationToken ct)
    {
        await process.JoinAsync(() => throw InUse(), ct);
        if (!await process.TryTakeEverythingAsync(ct))
        {
            await process.LeaveAsync(CancellationToken.None);
            throw InUse();
        }

        renewing = RenewAsync();
    }

    async Task RenewAsync()
    {
        while (process.IsShared)
        {
            await Task.Delay(DeskProcess.RenewEvery, end.Token);
            await process.RenewAsync(end.Token);
        }
    }

    DatabaseException InUse() => new(DatabaseProblem.InUse, $"A bot is running on {Database.Name}. Stop it first.");

    /// <summary>Has the file beside a database say that it is the right one, and no backup that was restored.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        if (file is null)
            return;
        var known = await Database.ReadAsync(
            session => session.QuerySingleOrDefaultAsync<Incarnation>("select id, claims, is_restored, newest_message from incarnations"),
            ct);
        if (known is not null)
            file.Write(known);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        // If it failed, the work did, too, and says why.
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await process.LeaveAsync(CancellationToken.None);
        Database.Dispose();
        file?.Dispose();
        end.Dispose();
    }
}
