using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>Brings a database file to today's schema: the numbered scripts beyond its <c>user_version</c>, one transaction each.</summary>
static class Migrator
{
    public static void Migrate(SqliteConnection connection, string path)
    {
        Run(connection, "pragma journal_mode = wal");
        var scripts = Scripts();
        var version = Version(connection);
        if (version > scripts.Count)
            throw new DatabaseException(
                DatabaseProblem.TooNew,
                $"{path} has schema {version}, but this version of the program knows only {scripts.Count}. "
                + "Update the program, or name another file with --database.");

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
