using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>
/// Runs many transactions on one connection; other writers take turns in between. For bulk writes it has a larger cache, and
/// checkpoints once at the end; a cache larger than this saves no more time. If the power fails during an import, the next import
/// reads the lost files again; posts are recorded on other connections, which wait for the disk.
/// </summary>
sealed class SeriesWriter(DeskDatabase database, SqliteConnection connection, bool isBulk) : IAsyncDisposable
{
    const string BeginBulk = "pragma cache_size = -16384; pragma synchronous = normal; pragma wal_autocheckpoint = 16384";

    const string EndBulk = """
        pragma wal_checkpoint(truncate);
        pragma wal_autocheckpoint = 1000;
        pragma synchronous = full;
        pragma cache_size = -2000;
        pragma shrink_memory
        """;

    /// <summary>Opens the connection.</summary>
    public Task BeginAsync(CancellationToken ct) => database.InTurnAsync(
        async () =>
        {
            await connection.OpenAsync(ct);
            return isBulk ? Run(BeginBulk) : 0;
        },
        ct);

    /// <inheritdoc cref="DeskDatabase.WriteAsync{T}(Func{DatabaseSession, Task{T}}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> write, CancellationToken ct) =>
        database.InTurnAsync(() => DeskDatabase.CommitAsync(connection, write, ct), ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (isBulk)
                await database.InTurnAsync(() => Task.FromResult(Run(EndBulk)), CancellationToken.None);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    int Run(string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteNonQuery();
    }
}
