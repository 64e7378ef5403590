using Npgsql;

namespace Desk.Database;

/// <summary>The server prepares a statement by itself when it comes again, so there is nothing to keep but its text.</summary>
sealed class PostgresStatement(PostgresSession session, string sql) : PreparedStatement
{
    public override void Run(params ReadOnlySpan<(string Name, object? Value)> parameters) => session.Add(Command(sql, parameters));

    public override long Inserted(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = session.Read(Command($"{sql}\nreturning id", parameters));
        reader.Read();
        return reader.GetInt64(0);
    }

    public override bool Changes(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Command(sql, parameters);
        session.Read(command).Dispose();
        return command.RecordsAffected > 0;
    }

    public override List<T> Rows<T>(Func<PreparedRow, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = session.Read(Command(sql, parameters));
        var row = new PostgresRow(reader);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(row));
        return rows;
    }

    public override void Dispose()
    {
        // The session ends with what it has prepared.
    }

    static NpgsqlBatchCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in parameters)
        {
            var parameter = new NpgsqlParameter { ParameterName = name };
            PostgresValue.Bind(parameter, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

sealed class PostgresRow(NpgsqlDataReader reader) : PreparedRow
{
    public override long Number(int column) => IsNull(column) ? 0 : reader.GetValue(column) switch
    {
        bool flag => flag ? 1 : 0,
        long number => number,
        int number => number,
        var other => Convert.ToInt64(other, System.Globalization.CultureInfo.InvariantCulture),
    };

    public override string Text(int column) => reader.GetString(column);

    protected override bool IsNull(int column) => reader.IsDBNull(column);
}
