using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>A database on which no bot can run meanwhile, unless that is allowed.</summary>
sealed class OwnedDatabase : IAsyncDisposable
{
    readonly DeskLease lease;
    readonly OwnerFile? file;

    OwnedDatabase(DeskDatabase database, OwnerFile? file) =>
        (Database, this.file, lease) = (database, file, new(database, TimeProvider.System));

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
                await owned.lease.TakeAsync(() => throw InUse(database), ct);
            return owned;
        }
        catch
        {
            database?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    static DatabaseException InUse(DeskDatabase database) =>
        new(DatabaseProblem.InUse, $"A bot is running on {database.Name}. Stop it first.");

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
        await lease.ReleaseAsync(CancellationToken.None);
        Database.Dispose();
        file?.Dispose();
    }
}
