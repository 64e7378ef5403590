using System.Data.Common;

namespace Desk.Database;

/// <summary>
/// The database with everything that the desk knows. <c>ReadAsync</c> and <c>WriteAsync</c> are the only entry points: they leave the
/// caller's thread at once, because SQLite blocks the thread that calls it, and turn the engine's errors into a
/// <see cref="DatabaseException"/>.
/// </summary>
public sealed partial class DeskDatabase : IDisposable
{
    readonly DatabaseEngine engine;

    /// <summary>Writers of this process queue here rather than at the engine's lock: waiting costs no thread and can be canceled.</summary>
    readonly SemaphoreSlim writer = new(1, 1);

    /// <param name="place">The path of a file, or the address of a PostgreSQL database; see <see cref="PostgresAddress"/>.</param>
    /// <exception cref="DatabaseException">It can't be opened, isn't a database, or was written by a newer version.</exception>
    public DeskDatabase(string place)
    {
        engine = PostgresAddress.IsOne(place) ? new PostgresEngine(PostgresAddress.Of(place)) : new SqliteEngine(place);
        try
        {
            engine.Migrate();
        }
        catch (DbException failure)
        {
            throw engine.Translated(failure);
        }
    }

    /// <summary>Which database it is, for people: the full path of a file, or an address without its password.</summary>
    public string Name => engine.Name;

    /// <summary>The full path of the file that holds the data; null if a server has it.</summary>
    public string? File => engine.File;

    /// <summary>Raised when going on would lose what is written; see <see cref="DatabaseException.IsFinal"/>.</summary>
    public event Action<DatabaseException>? Lost;

    /// <summary>Queries that all see the same state. They can't write, and never wait for a writer.</summary>
    /// <exception cref="DatabaseException">The database can't be read.</exception>
    internal Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> read, CancellationToken ct) => Task.Run(
        () => TranslatedAsync(
            async () =>
            {
                using var span = DatabaseTraces.Read();
                await using var connection = engine.Connection(isReadOnly: true);
                await connection.OpenAsync(ct);
                await using var session = await engine.BeginReadAsync(connection, ct);
                return await read(session);
            },
            ct),
        ct);

    /// <summary>
    /// One transaction, committed when <paramref name="write"/> returns and rolled back when it throws. It takes the lock first, so that
    /// what it reads is still true when it writes. Don't call it within another write: pass the session on instead.
    /// </summary>
    /// <exception cref="DatabaseException">The database can't be written.</exception>
    internal Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> write, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            await using var connection = engine.Connection(isReadOnly: false);
            await connection.OpenAsync(ct);
            return await CommitAsync(connection, write, ct);
        },
        ct);

    /// <inheritdoc cref="WriteAsync{T}(Func{DatabaseSession, Task{T}}, CancellationToken)"/>
    internal Task WriteAsync(Func<DatabaseSession, Task> write, CancellationToken ct) => WriteAsync(
        async session =>
        {
            await write(session);
            return true;
        },
        ct);

    /// <param name="isBulk">Whether there is so much to write that setting the connection up for it pays off.</param>
    /// <exception cref="DatabaseException">The database can't be opened.</exception>
    internal async Task<SeriesWriter> BeginWritesAsync(bool isBulk, CancellationToken ct)
    {
        var series = new SeriesWriter(this, engine, isBulk);
        await series.BeginAsync(ct);
        return series;
    }

    /// <summary>Work on the caller's own connection, off its thread, while no other write runs, with this class's errors.</summary>
    internal async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        using var span = DatabaseTraces.Write();
        await writer.WaitAsync(ct);
        try
        {
            return await Task.Run(() => TranslatedAsync(work, ct), ct);
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>One transaction on a connection that is open.</summary>
    internal async Task<T> CommitAsync<T>(DbConnection connection, Func<DatabaseSession, Task<T>> write, CancellationToken ct)
    {
        await using var session = await engine.BeginWriteAsync(connection, ct);
        var result = await write(session);
        ct.ThrowIfCancellationRequested();
        // Canceled now, it would not be known whether it was written.
        await session.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>This process's name among those that run on a server's database; null if a file belongs to it alone.</summary>
    internal string? Owner => (engine as PostgresEngine)?.Processes.Owner;

    /// <summary>Asks a server about the processes that run on its database, without waiting for anybody who writes.</summary>
    /// <exception cref="DatabaseException">The server can't be asked, or this process was removed.</exception>
    internal Task<T> ProcessesAsync<T>(Func<PostgresProcesses, Task<T>> ask, CancellationToken ct) =>
        TranslatedAsync(() => ask(((PostgresEngine)engine).Processes), ct);

    /// <summary>Asks a server about the shards that the processes on its database share.</summary>
    /// <exception cref="DatabaseException">The server can't be asked.</exception>
    internal Task<T> ShardsAsync<T>(Func<PostgresShards, Task<T>> ask, CancellationToken ct) =>
        TranslatedAsync(() => ask(((PostgresEngine)engine).Shards), ct);

    /// <summary>Closes the connections that are kept for the next call.</summary>
    internal void CloseIdle() => engine.CloseIdle();

    /// <summary>No call may run or follow.</summary>
    public void Dispose()
    {
        engine.Dispose();
        writer.Dispose();
    }

    async Task<T> TranslatedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (DbException stopped) when (ct.IsCancellationRequested && engine.IsCanceled(stopped))
        {
            throw new OperationCanceledException(stopped.Message, stopped, ct);
        }
        catch (DbException failure)
        {
            throw Noted(engine.Translated(failure));
        }
        catch (DatabaseException failure)
        {
            Noted(failure);
            throw;
        }
    }

    DatabaseException Noted(DatabaseException failure)
    {
        if (failure.IsFinal)
            Lost?.Invoke(failure);
        return failure;
    }
}
