using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Desk.Database;

/// <summary>
/// One open transaction, in which all of its commands run. It is a <see cref="DbConnection"/> because Dapper's generated code needs
/// one.
/// </summary>
abstract class DatabaseSession(DbConnection connection, DbTransaction transaction) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get => connection.ConnectionString; set => throw NotHere(); }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    /// <summary>A statement for many runs, for which Dapper is too slow.</summary>
    public abstract PreparedStatement Prepare(string sql);

    public virtual Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

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

    /// <summary>The engine's own command, in this transaction.</summary>
    protected DbCommand EngineCommand()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    protected override DbCommand CreateDbCommand() => new SessionCommand(EngineCommand(), this);

    static NotSupportedException NotHere() => new("A session is one open transaction. Start another one with ReadAsync or WriteAsync.");
}
