using Npgsql;

namespace Desk.Database;

/// <summary>
/// Brings a database of a server to today's schema: the numbered scripts beyond the version in the table <c>schema_version</c>, all in one
/// transaction, so that it is either as it was or up to date.
/// </summary>
static class PostgresMigrator
{
    /// <summary>Several processes may start at once; those that come later find it done.</summary>
    const string Begin = """
        set local lock_timeout = '30s';
        create table if not exists schema_version (version bigint not null);
        lock table schema_version in exclusive mode
        """;

    public static void Migrate(NpgsqlConnection connection, string name)
    {
        var scripts = SchemaScripts.Of("Postgres");
        var known = scripts[^1].Number;
        if (Exists(connection) && Version(connection) is var current and > 0)
        {
            SchemaScripts.RefuseNewer(current, known, name);
            if (current == known)
                return;
        }

        using var transaction = connection.BeginTransaction();
        Run(connection, Begin);
        var version = Version(connection);
        SchemaScripts.RefuseNewer(version, known, name);
        foreach (var (number, sql) in scripts.Where(script => script.Number > version))
            Run(connection, sql);
        Run(connection, FormattableString.Invariant($"delete from schema_version; insert into schema_version (version) values ({known})"));
        transaction.Commit();
    }

    static bool Exists(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select to_regclass('schema_version') is not null", connection);
        return (bool)command.ExecuteScalar()!;
    }

    static long Version(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select coalesce(max(version), 0) from schema_version", connection);
        return (long)command.ExecuteScalar()!;
    }

    static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
