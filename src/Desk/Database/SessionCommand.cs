using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Desk.Database;

/// <summary>
/// A command in its session's transaction. Dapper's generated code sets the session as its connection, which the engine's own command
/// would reject.
/// </summary>
class SessionCommand(DbCommand command, DatabaseSession session) : DbCommand
{
    [AllowNull]
    public override string CommandText { get => command.CommandText; set => command.CommandText = value; }

    public override int CommandTimeout { get => command.CommandTimeout; set => command.CommandTimeout = value; }

    public override CommandType CommandType { get => command.CommandType; set => command.CommandType = value; }

    public override bool DesignTimeVisible { get => command.DesignTimeVisible; set => command.DesignTimeVisible = value; }

    public override UpdateRowSource UpdatedRowSource { get => command.UpdatedRowSource; set => command.UpdatedRowSource = value; }

    [AllowNull]
    protected override DbConnection DbConnection { get => session; set => Own(value, session); }

    protected override DbTransaction? DbTransaction { get => command.Transaction; set => Own(value, command.Transaction); }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    public override void Cancel() => command.Cancel();

    public override int ExecuteNonQuery() => command.ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    public override object? ExecuteScalar() => command.ExecuteScalar();

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => command.ExecuteScalarAsync(cancellationToken);

    public override void Prepare() => command.Prepare();

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => command.ExecuteReader(behavior);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        command.ExecuteReaderAsync(behavior, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            command.Dispose();
        base.Dispose(disposing);
    }

    static void Own(object? given, object? own)
    {
        if (given is not null && given != own)
            throw new NotSupportedException("The command belongs to its session.");
    }
}
