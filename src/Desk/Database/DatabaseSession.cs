using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>
/// One open transaction, in which all of its commands run. It is a <see cref="DbConnection"/> because Dapper's generated code needs
/// one.
/// </summary>
sealed class DatabaseSession(DbConnection connection, DbTransaction transaction) : DbConnection
{
    /// <summary>For statements that Dapper is too slow for; see <see cref="PreparedStatement"/>.</summary>
    internal SqliteConnection Sqlite => (SqliteConnection)connection;

    [AllowNull]
    public override string ConnectionString { get => connection.ConnectionString; set => throw NotHere(); }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public void Commit() => transaction.Commit();

    public override void ChangeDatabase(string databaseName) => throw NotHere();

    public override void Open() => throw NotHere();

    public override void Close()
    {
        // The connection belongs to whoever opened the session.
    }

    public override async ValueTask DisposeAsync()
    {
        // Rolls back what was not committed.
        await transaction.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw NotHere();

    protected override DbCommand CreateDbCommand()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        return new SessionCommand(command, this);
    }

    static NotSupportedException NotHere() => new("A session is one open transaction. Start another one with ReadAsync or WriteAsync.");
}
