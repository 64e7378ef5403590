using System.Data;
using System.Data.Common;
using Npgsql;

namespace Desk.Database;

/// <summary>A command in PostgreSQL's words. It stops when the session's caller no longer waits.</summary>
sealed class PostgresCommand(DbCommand command, PostgresSession session, CancellationToken ct) : SessionCommand(command, session)
{
    public override int ExecuteNonQuery()
    {
        Translate();
        return base.ExecuteNonQuery();
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        Translate();
        return base.ExecuteNonQueryAsync(ct);
    }

    public override object? ExecuteScalar()
    {
        Translate();
        return base.ExecuteScalar();
    }

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        Translate();
        return base.ExecuteScalarAsync(ct);
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Translate();
        return base.ExecuteDbDataReader(behavior);
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        Translate();
        return base.ExecuteDbDataReaderAsync(behavior, ct);
    }

    void Translate()
    {
        session.Flush();
        CommandText = PostgresSql.Of(CommandText);
        foreach (NpgsqlParameter parameter in Parameters)
            PostgresValue.Bind(parameter, parameter.Value);
    }
}
