using System.Data.Common;

namespace Desk.Database;

/// <summary>
/// Runs many transactions on one connection; other writers take turns in between. For bulk writes, the engine may set the connection up
/// for them.
/// </summary>
sealed class SeriesWriter(DeskDatabase database, DatabaseEngine engine, bool isBulk) : IAsyncDisposable
{
    readonly DbConnection connection = engine.Connection(isReadOnly: false);

    /// <summary>Opens the connection.</summary>
    public Task BeginAsync(CancellationToken ct) => database.InTurnAsync(
        async () =>
        {
            await connection.OpenAsync(ct);
            return isBulk ? Run(engine.BeginBulk) : 0;
        },
        ct);

    /// <inheritdoc cref="DeskDatabase.WriteAsync{T}(Func{DatabaseSession, Task{T}}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> write, CancellationToken ct) =>
        database.InTurnAsync(() => database.CommitAsync(connection, write, ct), ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (isBulk)
                await database.InTurnAsync(() => Task.FromResult(Run(engine.EndBulk)), CancellationToken.None);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    int Run(string? sql)
    {
        if (sql is null)
            return 0;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
