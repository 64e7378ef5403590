using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>Brings a database file to today's schema: the numbered scripts beyond its <c>user_version</c>, one transaction each.</summary>
static class Migrator
{
    /// <summary>Makes a copy first, unless the database is new or up to date.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        Run(connection, "pragma journal_mode = wal");
        var scripts = Scripts();
        var version = Version(connection);
        RefuseNewer(version, scripts.Count, path);
        if (version > 0 && version < scripts.Count)
            DatabaseBackup.Write(path, CopyOf(path, version));

        for (; version < scripts.Count; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Version(connection) > version)
                continue; // another process was faster

            Run(connection, scripts[(int)version]);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {version + 1}"));
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
        RefuseNewer(version, Scripts().Count, path);
    }

    static void RefuseNewer(long version, int known, string path)
    {
        if (version > known)
            throw new DatabaseException(
                DatabaseProblem.TooNew,
                $"{path} has schema {version}, but this version of the program knows only {known}. "
                + "Update the program, or name another file with --database.");
    }

    static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Script),
        ];

        string Script(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

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
