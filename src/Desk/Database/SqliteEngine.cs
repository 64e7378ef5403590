using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Database;

/// <summary>A file of SQLite's, in this process.</summary>
sealed class SqliteEngine : DatabaseEngine
{
    /// <summary>How long a write waits for another process that holds the lock.</summary>
    static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    readonly string path;
    readonly string readConnectionString;
    readonly string writeConnectionString;
    readonly string checkConnectionString;

    /// <summary>Keeps the engine's own files where they are while <see cref="ConnectAnewAsync"/> looks for them.</summary>
    SqliteConnection? keeper;

    public SqliteEngine(string path)
    {
        this.path = Path.GetFullPath(path);
        // A command that finds the file locked gives up after a second, so that waiting can be canceled in between.
        var builder = new SqliteConnectionStringBuilder { DataSource = this.path, ForeignKeys = true, DefaultTimeout = 1 };
        writeConnectionString = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        readConnectionString = builder.ToString();
        builder.Pooling = false;
        checkConnectionString = builder.ToString();
    }

    public override string Name => path;

    public override string File => path;

    /// <remarks>
    /// A larger cache, and one checkpoint at the end; a cache larger than this saves no more time. If the power fails during an import,
    /// the next import reads the lost files again; posts are recorded on other connections, which wait for the disk.
    /// </remarks>
    public override string BeginBulk => "pragma cache_size = -16384; pragma synchronous = normal; pragma wal_autocheckpoint = 16384";

    public override string EndBulk => """
        pragma wal_checkpoint(truncate);
        pragma wal_autocheckpoint = 1000;
        pragma synchronous = full;
        pragma cache_size = -2000;
        pragma shrink_memory
        """;

    public override void Migrate()
    {
        PrivateFile.Make(path);
        using var connection = new SqliteConnection(writeConnectionString) { DefaultTimeout = (int)LockTimeout.TotalSeconds };
        connection.Open();
        SqliteMigrator.Migrate(connection, path);
    }

    public override DbConnection Connection(bool isReadOnly) =>
        new SqliteConnection(isReadOnly ? readConnectionString : writeConnectionString);

    public override Task<DatabaseSession> BeginReadAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (SqliteConnection)connection;
        return Task.FromResult<DatabaseSession>(new SqliteSession(own, own.BeginTransaction(deferred: true), ct));
    }

    public override async Task<DatabaseSession> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (SqliteConnection)connection;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new SqliteSession(own, own.BeginTransaction(deferred: false), ct);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY && waited.Elapsed < LockTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), ct);
            }
        }
    }

    public override async Task<DbConnection> ConnectAnewAsync(CancellationToken ct)
    {
        keeper ??= await OpenAsync(ct);
        if (OpenFiles.Fault(DatabasePath.Of(path)) is { } fault)
            throw Gone(fault);
        return await OpenAsync(ct);
    }

    /// <summary>What the file itself holds, without the log beside it; null if it can't be read.</summary>
    public async Task<TContent?> ContentAsync<TContent>(Func<DatabaseSession, Task<TContent?>> read, CancellationToken ct)
        where TContent : class
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = $"{new Uri(DatabasePath.Of(path)).AbsoluteUri}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(builder.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await using var session = await BeginReadAsync(connection, ct);
            return await read(session);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    public override bool IsCanceled(DbException failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT };

    public override DatabaseException Translated(DbException failure) => DatabaseException.Of((SqliteException)failure, path);

    public override DatabaseException NotOurs() => Gone("was replaced");

    public override void CloseIdle()
    {
        foreach (var text in (string[])[readConnectionString, writeConnectionString])
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    public override void Dispose()
    {
        keeper?.Dispose();
        CloseIdle();
    }

    /// <summary>Opens the file that the path leads to now, which a connection from the pool may not be on.</summary>
    async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(checkConnectionString);
        await connection.OpenAsync(ct);
        // The engine opens its files when it reads first.
        using var command = new SqliteCommand("select count(*) from sqlite_schema", connection);
        return (long)command.ExecuteScalar()! > 0 ? connection : throw Gone("was emptied");
    }

    DatabaseException Gone(string fault) => new(
        DatabaseProblem.Gone,
        $"{path} {fault}. The bot stops, so that nothing more is written to a file that is lost. "
        + "Put the file back, or a backup, and start the bot again.");
}
