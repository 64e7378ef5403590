using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>The one SQLite file that holds all that the desk knows.</summary>
public sealed class NewsDatabase
{
    readonly string connectionString;

    /// <exception cref="NewsDatabaseException">The file can't be opened, is no database, or was written by a newer version.</exception>
    public NewsDatabase(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            Migrator.Migrate(connection, Path);
        }
        catch (SqliteException bad)
        {
            throw new NewsDatabaseException($"{Path}: {bad.Message} Name another file with --database or in Content:Database, or check who may write there.", bad);
        }
    }

    public string Path { get; }

    internal async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}

public sealed class NewsDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
