using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Database;

/// <summary>A transaction in SQLite.</summary>
sealed class SqliteSession : DatabaseSession
{
    readonly SqliteConnection connection;

    public SqliteSession(SqliteConnection connection, SqliteTransaction transaction, CancellationToken ct)
        : base(connection, transaction)
    {
        this.connection = connection;
        // Stops a statement when the caller no longer waits for it. SQLite asks every so many steps of its own; an interrupt from outside
        // would be lost if it came just before a statement begins.
        const int steps = 10_000;
        raw.sqlite3_progress_handler(connection.Handle, steps, _ => ct.IsCancellationRequested ? 1 : 0, null);
    }

    /// <summary>The engine's own connection, for tests that count what it does.</summary>
    internal sqlite3 Handle => connection.Handle!;

    public override PreparedStatement Prepare(string sql) => new SqliteStatement(connection, sql);

    public override Task CommitAsync(CancellationToken ct)
    {
        GoOn();
        return base.CommitAsync(CancellationToken.None);
    }

    public override ValueTask DisposeAsync()
    {
        GoOn();
        return base.DisposeAsync();
    }

    /// <summary>The connection is used again: what follows is canceled by somebody else.</summary>
    void GoOn() => raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
}
