using Microsoft.Data.Sqlite;

namespace News.Storage;

static class SqliteConnections
{
    /// <summary>Takes the write lock at once, so that what a transaction reads first is still true when it writes.</summary>
    public static SqliteTransaction BeginWrite(this SqliteConnection connection) => connection.BeginTransaction(deferred: false);
}
