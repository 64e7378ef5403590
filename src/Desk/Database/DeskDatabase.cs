using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Database;

/// <summary>
/// The SQLite file with everything that the desk knows. <c>ReadAsync</c> and <c>WriteAsync</c> are the only entry points: they leave the
/// caller's thread at once, because SQLite blocks the thread that calls it, and turn the engine's errors into a
/// <see cref="DatabaseException"/>.
/// </summary>
public sealed partial class DeskDatabase : IDisposable
{
    /// <summary>How long a write waits for another process that holds the lock.</summary>
    static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    readonly string readConnectionString;
    readonly string writeConnectionString;

    readonly string checkConnectionString;

    /// <summary>Writers of this process queue here rather than at the file's lock: waiting costs no thread and can be canceled.</summary>
    readonly SemaphoreSlim writer = new(1, 1);

    /// <exception cref="DatabaseException">The file can't be opened, isn't a database, or was written by a newer version.</exception>
    public DeskDatabase(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        // A command that finds the file locked gives up after a second, so that waiting can be canceled in between.
        var builder = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 1 };
        writeConnectionString = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        readConnectionString = builder.ToString();
        builder.Pooling = false;
        checkConnectionString = builder.ToString();
        PrivateFile.Make(Path);
        try
        {
            using var connection = new SqliteConnection(writeConnectionString) { DefaultTimeout = (int)LockTimeout.TotalSeconds };
            connection.Open();
            Migrator.Migrate(connection, Path);
        }
        catch (SqliteException failure)
        {
            throw DatabaseException.Of(failure, Path);
        }
    }

    public string Path { get; }

    /// <summary>Raised when going on would lose what is written; see <see cref="DatabaseException.IsFinal"/>.</summary>
    public event Action<DatabaseException>? Lost;

    /// <summary>Queries that all see the same state. They can't write, and never wait for a writer.</summary>
    /// <exception cref="DatabaseException">The database can't be read.</exception>
    internal Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> read, CancellationToken ct) => Task.Run(
        () => TranslatedAsync(
            async () =>
            {
                using var span = DatabaseTraces.Read();
                await using var connection = new SqliteConnection(readConnectionString);
                await connection.OpenAsync(ct);
                await using var session = new DatabaseSession(connection, connection.BeginTransaction(deferred: true));
                using var interrupt = Interrupt(connection, ct);
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
            await using var connection = new SqliteConnection(writeConnectionString);
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
        var writer = new SeriesWriter(this, new SqliteConnection(writeConnectionString), isBulk);
        await writer.BeginAsync(ct);
        return writer;
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

    /// <summary>No call may run or follow.</summary>
    public void Dispose()
    {
        keeper?.Dispose();
        ClosePools();
        writer.Dispose();
    }

    /// <summary>Closes the connections that are kept for the next call.</summary>
    internal void ClosePools()
    {
        foreach (var text in (string[])[readConnectionString, writeConnectionString])
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>One transaction on a connection that is open.</summary>
    internal static async Task<T> CommitAsync<T>(SqliteConnection connection, Func<DatabaseSession, Task<T>> write, CancellationToken ct)
    {
        await using var session = new DatabaseSession(connection, await LockAsync(connection, ct));
        T result;
        using (Interrupt(connection, ct))
            result = await write(session);
        ct.ThrowIfCancellationRequested();
        session.Commit();
        return result;
    }

    static async Task<SqliteTransaction> LockAsync(SqliteConnection connection, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY && waited.Elapsed < LockTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), ct);
            }
        }
    }

    /// <summary>
    /// Stops a statement when the caller no longer waits for it. SQLite asks every so many steps of its own; an interrupt from outside
    /// would be lost if it came just before a statement begins.
    /// </summary>
    static Interruption Interrupt(SqliteConnection connection, CancellationToken ct)
    {
        const int steps = 10_000;
        raw.sqlite3_progress_handler(connection.Handle, steps, _ => ct.IsCancellationRequested ? 1 : 0, null);
        return new(connection);
    }

    async Task<T> TranslatedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT && ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(interrupted.Message, interrupted, ct);
        }
        catch (SqliteException failure)
        {
            throw Noted(DatabaseException.Of(failure, Path));
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

    /// <summary>The connection is used again: what follows is canceled by somebody else.</summary>
    readonly struct Interruption(SqliteConnection connection) : IDisposable
    {
        public void Dispose() => raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
    }
}
