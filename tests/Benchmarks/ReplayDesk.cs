using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>The folder of the replay's bot: its articles, its database, and copies of that.</summary>
sealed class ReplayDesk
{
    /// <summary>What SQLite has beside a database. The bot's own file, <c>news.db-bot</c>, stays where it is.</summary>
    static readonly string[] Parts = ["", "-wal", "-shm"];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-replay-");
    int copies;

    public ReplayDesk() => folder.CreateSubdirectory("content");

    public string Folder => folder.FullName;

    public string Content => Path.Combine(folder.FullName, "content");

    public string Database => Path.Combine(folder.FullName, "news.db");

    /// <summary>Writes a file in one step.</summary>
    public void Write(string name, string text)
    {
        var next = Path.Combine(folder.FullName, "next");
        File.WriteAllText(next, text);
        File.Move(next, Path.Combine(Content, name), overwrite: true);
    }

    /// <summary>Copies the database as it was left. The bot must not run.</summary>
    /// <returns>Where the copy is.</returns>
    public string Copy()
    {
        var copy = Path.Combine(folder.FullName, $"copy-{copies++}");
        Replace(Database, copy);
        return copy;
    }

    /// <summary>Restores the database from a copy. The bot must not run.</summary>
    public void Restore(string copy) => Replace(copy, Database);

    /// <summary>A connection that reads what the bot has; it must be closed before the database is copied or restored.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Whether the bot has read all files as they are, decided, and posted and edited everything.</summary>
    public bool IsSettled()
    {
        using var connection = Open();
        return IsTrue(
            connection,
            """
            select not exists (select 1 from undecided_stories)
               and not exists (select 1 from story_changes)
               and not exists (select 1 from articles where listed_at is null and published = 1 and removed_at is null)
               and not exists (select 1 from deliveries
                                where kind = 'story'
                                  and (state in ('held', 'pending', 'sending') or (state = 'sent' and sent_edition < edition)))
            """) && Read(connection).SetEquals(Files());
    }

    /// <summary>Holds the write lock, as another program might.</summary>
    public async Task LockAsync(TimeSpan time, CancellationToken ct)
    {
        try
        {
            await using var connection = Open();
            await using var transaction = connection.BeginTransaction(deferred: false);
            await Task.Delay(time, ct);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // The bot had it.
        }
    }

    public void Delete() => folder.Delete(recursive: true);

    IEnumerable<(string, long)> Files() => new DirectoryInfo(Content).GetFiles().Select(file => (file.Name, file.LastWriteTimeUtc.Ticks));

    static void Replace(string from, string to)
    {
        foreach (var part in Parts)
        {
            File.Delete(to + part);
            if (File.Exists(from + part))
                File.Copy(from + part, to + part);
        }
    }

    static bool IsTrue(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return (long)command.ExecuteScalar()! == 1;
    }

    static HashSet<(string, long)> Read(SqliteConnection connection)
    {
        using var command = new SqliteCommand("select path, modified_ticks from files", connection);
        using var rows = command.ExecuteReader();
        var all = new HashSet<(string, long)>();
        while (rows.Read())
            all.Add((rows.GetString(0), rows.GetInt64(1)));
        return all;
    }
}
