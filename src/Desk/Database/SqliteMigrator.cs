using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>Brings a database file to today's schema: the numbered scripts beyond its <c>user_version</c>, one transaction each.</summary>
static class SqliteMigrator
{
    /// <summary>Makes a copy first, unless the database is new or up to date.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        Run(connection, "pragma journal_mode = wal");
        var scripts = Scripts;
        var version = Version(connection);
        SchemaScripts.RefuseNewer(version, scripts.Count, path);
        if (version > 0 && version < scripts.Count)
            DatabaseBackup.Write(path, CopyOf(path, version));

        foreach (var (number, sql) in scripts.Skip((int)version))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Version(connection) >= number)
                continue; // another process was faster

            Run(connection, sql);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {number}"));
            transaction.Commit();
        }
    }

    /// <summary>Where the database is kept as it was before it is brought up to date.</summary>
    public static string CopyOf(string path, long version) => string.Create(CultureInfo.InvariantCulture, $"{path}.schema-{version}");

    /// <exception cref="DatabaseException">It isn't a database of this program, or a newer version wrote it.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        var version = Version(connection);
        if (version == 0)
            throw new DatabaseException(DatabaseProblem.Corrupt, $"{path} is not a database of this program.");
        SchemaScripts.RefuseNewer(version, Scripts.Count, path);
    }

    static IReadOnlyList<(int Number, string Sql)> Scripts => SchemaScripts.Of("Sqlite");

    static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return (long)command.ExecuteScalar()!;
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
