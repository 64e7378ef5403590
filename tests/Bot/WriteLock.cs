using System.Data.Common;
using Desk.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Tests;

/// <summary>Holds the database's write lock, as another process might.</summary>
sealed class WriteLock : IDisposable
{
    readonly DbConnection connection;

    /// <param name="place">As Content:Database takes it.</param>
    public WriteLock(string place)
    {
        var isOnServer = PostgresAddress.IsOne(place);
        connection = isOnServer
            ? new NpgsqlConnection(PostgresAddress.Of(place).ConnectionString)
            : new SqliteConnection($"Data Source={place};Pooling=False");
        connection.Open();
        Execute(isOnServer ? "begin; lock table writer in exclusive mode" : "begin immediate");
    }

    public void Dispose()
    {
        Execute("rollback");
        connection.Dispose();
    }

    void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
