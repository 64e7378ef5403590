using System.Diagnostics;
using Desk.Database;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// The minimum work of any import: reading the bytes of every file and writing the rows, which SQLite itself copies from a database
/// that an import has filled. Nothing is parsed, checked or grouped.
/// </summary>
static class LeastImport
{
    public static TimeSpan Run(string folder, string filled, string copy)
    {
        _ = new DeskDatabase(copy);
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, ForeignKeys = false, Pooling = false }.ToString());
        connection.Open();
        Execute(
            connection,
            $"pragma cache_size = -16384; pragma synchronous = normal; pragma wal_autocheckpoint = 16384; attach '{filled}' as filled");
        var tables = Tables(connection);

        var clock = Stopwatch.StartNew();
        foreach (var file in Directory.EnumerateFiles(folder))
            File.ReadAllBytes(file);
        foreach (var table in tables)
            Execute(connection, $"insert or ignore into main.{table} select * from filled.{table}");
        Execute(connection,
            """
            insert into main.article_search (rowid, title, excerpt, body, provider, topics, related)
            select a.id, a.title, a.excerpt, a.body, a.provider_name || ' ' || a.provider_domain,
                   (select group_concat(t.name, char(10))
                    from filled.article_topics x
                    join filled.topics t on t.id = x.topic_id
                    where x.article_id = a.id
                      and x.is_inherited = 0),
                   (select group_concat(r.title, char(10))
                    from filled.related_articles r
                    where r.article_id = a.id)
            from filled.articles a
            """);
        Execute(connection, "pragma wal_checkpoint(truncate)");
        return clock.Elapsed;
    }

    /// <summary>All tables except the internal ones of SQLite and its full-text index.</summary>
    static List<string> Tables(SqliteConnection connection)
    {
        using var command = new SqliteCommand(
            "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'", connection);
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
            tables.Add(rows.GetString(0));
        return tables;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
