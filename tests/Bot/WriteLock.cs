using Microsoft.Data.Sqlite;

namespace Bot.Tests;

/// <summary>Holds the database's write lock, as another process might.</summary>
sealed class WriteLock : IDisposable
{
    readonly SqliteConnection connection;

    public WriteLock(string path)
    {
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Execute("begin immediate");
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
