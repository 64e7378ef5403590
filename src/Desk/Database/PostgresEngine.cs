using System.Data;
using System.Data.Common;
using Npgsql;

namespace Desk.Database;

/// <summary>A database of a PostgreSQL server, 15 or later, which several processes may share.</summary>
sealed class PostgresEngine : DatabaseEngine
{
    /// <remarks>To compile a query takes longer than any of these queries.</remarks>
    const string BeginRead = "set transaction read only; set local jit = off";

    /// <remarks>
    /// A process that is frozen while it writes would keep all others from writing; the server ends its transaction. A pooler may give
    /// each transaction another session, so these are set in each one.
    /// </remarks>
    const string BeginWrite = """
        set local idle_in_transaction_session_timeout = '15s';
        set local lock_timeout = '30s';
        lock table writer in exclusive mode
        """;

    readonly NpgsqlDataSource source;

    public PostgresEngine(NpgsqlConnectionStringBuilder address)
    {
        Name = PostgresAddress.NameOf(address);
        source = new NpgsqlSlimDataSourceBuilder(address.ConnectionString).EnableTransportSecurity().EnableArrays().Build();
        Processes = new(source, NotOurs);
        Shards = new(source, Processes.Owner);
    }

    public override string Name { get; }

    /// <summary>Who runs on the database. When this process has lost its place among them, each of its writes fails.</summary>
    public PostgresProcesses Processes { get; }

    public PostgresShards Shards { get; }

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
        return await BegunAsync(own, transaction, $"{BeginRead};\nselect true", ct);
    }

    public override async Task<DatabaseSession> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (NpgsqlConnection)connection;
        // The lock makes what is read true until the end, and each statement sees what was written before.
        var transaction = await own.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        return await BegunAsync(own, transaction, $"{BeginWrite};\n{Processes.MayWrite}", ct);
    }

    public override bool IsCanceled(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    public override DatabaseException Translated(DbException failure) => PostgresError.Of(failure, Name);

    public override DatabaseException NotOurs() => new(
        DatabaseProblem.InUse,
        $"{Name}: other processes have taken over this one's work, because it wasn't heard of for too long. It stops, and may be started "
        + "again.");

    public override void CloseIdle() => source.Clear();

    public override void Dispose() => source.Dispose();

    /// <param name="begin">Ends with a query that says whether the transaction may go on.</param>
    async Task<PostgresSession> BegunAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string begin, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(begin, connection, transaction);
            return await command.ExecuteScalarAsync(ct) is true ? new PostgresSession(connection, transaction, ct) : throw NotOurs();
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
