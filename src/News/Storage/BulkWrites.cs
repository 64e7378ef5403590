using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>
/// Lets a connection write much at once: with a larger cache, and checkpoints when it is done rather than again and again.
/// A cache that is larger still saves no time, only takes the memory.
/// What a power cut then takes of an import, the next one reads again; what was posted is written by other connections, with care.
/// </summary>
sealed class BulkWrites : IDisposable
{
    readonly SqliteConnection connection;

    BulkWrites(SqliteConnection connection) => this.connection = connection;

    public static BulkWrites Begin(SqliteConnection connection)
    {
        Run(connection, "pragma cache_size = -16384; pragma synchronous = normal; pragma wal_autocheckpoint = 16384");
        return new(connection);
    }

    public void Dispose() =>
        Run(connection, "pragma wal_checkpoint(truncate); pragma wal_autocheckpoint = 1000; pragma synchronous = full; pragma cache_size = -2000; pragma shrink_memory");

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
