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
        Lease = new(source, NotOurs);
    }

    public override string Name { get; }

    /// <summary>The right to run the desk. While this process has it, another's having it makes every write fail.</summary>
    public PostgresLease Lease { get; }

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
        return await BegunAsync(own, transaction, BeginRead, ct);
    }

    public override async Task<DatabaseSession> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        var own = (NpgsqlConnection)connection;
        // The lock makes what is read true until the end, and each statement sees what was written before.
        var transaction = await own.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var session = await BegunAsync(own, transaction, BeginWrite, ct);
        if (await Lease.IsLostAsync(session))
        {
            await session.DisposeAsync();
            throw NotOurs();
        }

        return session;
    }

    public override bool IsCanceled(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    public override DatabaseException Translated(DbException failure) => PostgresError.Of(failure, Name);

    public override DatabaseException NotOurs() => new(
        DatabaseProblem.InUse, $"{Name} belongs to another process now, so this one stops. When it is started again, it stands by.");

    public override void CloseIdle() => source.Clear();

    public override void Dispose() => source.Dispose();

    static async Task<PostgresSession> BegunAsync(
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
