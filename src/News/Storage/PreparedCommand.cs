using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>A statement that is prepared once and run many times.</summary>
sealed class PreparedCommand(SqliteConnection connection, SqliteTransaction transaction, string sql) : IDisposable
{
    readonly SqliteCommand command = new(sql, connection, transaction);

    public void Run(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that returns one number, such as <c>… returning id</c>.</summary>
    public long Returning(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>All rows that a query finds.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public void Dispose() => command.Dispose();

    void Bind(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (command.Parameters.Count == 0)
        {
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            command.Prepare();
            return;
        }

        // In the order of the first run, so that no name is looked up.
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
    }
}
