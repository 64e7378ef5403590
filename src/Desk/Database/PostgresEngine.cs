using System.Data;
using System.Data.Common;
using Npgsql;

namespace Desk.Database;

/// <summary>A database of a PostgreSQL server, 15 or later, which several processes may share.</summary>
sealed class PostgresEngine(NpgsqlConnectionStringBuilder address) : DatabaseEngine
{
    /// <remarks>
    /// A process that is frozen while it writes would keep all others from writing; the server ends its transaction. A pooler may give
    /// each transaction another session, so it is told each time.
    /// </remarks>
    const string BeginWrite = """
        set local idle_in_transaction_session_timeout = '15s';
        set local lock_timeout = '30s';
        lock table writer in exclusive mode
        """;

    readonly NpgsqlDataSource source = new NpgsqlSlimDataSourceBuilder(address.ConnectionString)
        .EnableTransportSecurity()
        .EnableArrays()
        .Build();

    public override string Name => PostgresAddress.NameOf(address);

    public override void Migrate()
    {
        using var connection = source.OpenConnection();
        PostgresMigrator.Migrate(connection, Name);
    }

    public override DbConnection Connection(bool isReadOnly) => source.CreateConnection();

    public override async Task<DbConnection> ConnectAnewAsync(CancellationToken ct) => await source.OpenConnectionAsync(ct);

    public override async Task<DatabaseSession> BeginReadAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (NpgsqlConnection)connection;
        var transaction = await own.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return await BegunAsync(own, transaction, "set transaction read only", ct);
    }

    public override async Task<DatabaseSession> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (NpgsqlConnection)connection;
        // The lock makes what is read true until the end, and each statement sees what was written before.
        var transaction = await own.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        return await BegunAsync(own, transaction, BeginWrite, ct);
    }

    public override bool IsCanceled(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    public override DatabaseException Translated(DbException failure) => PostgresError.Of(failure, Name);

    public override DatabaseException NotOurs() => new(
        DatabaseProblem.InUse, $"{Name} belongs to another process now, so this one stops.");

    public override void CloseIdle() => source.Clear();

    public override void Dispose() => source.Dispose();

    static async Task<DatabaseSession> BegunAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string begin, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(begin, connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
            return new PostgresSession(connection, transaction, ct);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
