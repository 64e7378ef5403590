using Desk.Channels;
using Desk.Database;
using Microsoft.Data.Sqlite;
using Shared;

namespace Desk.Tests.Database;

[Trait("Engine", "SQLite")]
public sealed class DatabaseBackupTests : IDisposable
{
    static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T12:30:00Z");

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Database => folder.File("news.db");

    string Backup => folder.File("backup.db");

    [Fact]
    public async Task Backup_has_all_that_was_written_before_also_in_the_log_beside_the_file()
    {
        using var bot = OwnerFile.Take(Database);
        using var database = new DeskDatabase(Database);
        await AddAsync(database, "first");
        using var other = new SqliteConnection($"Data Source={Database}");
        await other.OpenAsync(Ct);
        await using var lasting = await other.BeginTransactionAsync(Ct);

        var length = DatabaseBackup.Write(Database, Backup);

        Assert.Equal(new FileInfo(Backup).Length, length);
        Assert.Equal(["first"], await ChannelsAsync(Backup));
    }

    [Fact]
    public async Task Backup_replaces_an_earlier_one_and_leaves_nothing_else()
    {
        using var database = new DeskDatabase(Database);
        DatabaseBackup.Write(Database, Backup);
        await AddAsync(database, "second");

        DatabaseBackup.Write(Database, Backup);

        Assert.Equal(["backup.db"], Directory.GetFiles(folder.Path, "backup*").Select(Path.GetFileName));
        Assert.Equal(["second"], await ChannelsAsync(Backup));
    }

    [Fact]
    public void Backup_is_readable_by_its_owner_alone()
    {
        new DeskDatabase(Database).Dispose();

        DatabaseBackup.Write(Database, Backup);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Backup_writes_over_nothing_else()
    {
        new DeskDatabase(Database).Dispose();
        folder.Write("article.md", "---\ntitle: Storm\n");
        File.CreateSymbolicLink(folder.File("link.db"), "news.db");

        Assert.Contains("is no backup", Refused(() => DatabaseBackup.Write(Database, folder.File("article.md"))));
        Assert.Contains("is the database itself", Refused(() => DatabaseBackup.Write(Database, Database)));
        Assert.Contains("is the database itself", Refused(() => DatabaseBackup.Write(Database, folder.File("link.db"))));
        Assert.Contains("can't be written", Refused(() => DatabaseBackup.Write(Database, folder.File("nowhere/backup.db"))));

        Assert.Equal("---\ntitle: Storm\n", File.ReadAllText(folder.File("article.md")));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
    }

    [Fact]
    public async Task Restored_database_has_what_the_backup_has_and_what_was_there_is_kept()
    {
        using (var database = new DeskDatabase(Database))
        {
            await AddAsync(database, "before");
            DatabaseBackup.Write(Database, Backup);
            await AddAsync(database, "after");
        }

        var kept = DatabaseBackup.Restore(Backup, Database, Now);

        Assert.Equal(Database + ".replaced-20261120-123000", kept);
        Assert.Equal(["before"], await ChannelsAsync(Database));
        Assert.Equal(["before", "after"], await ChannelsAsync(kept!));
        Assert.Equal(["before"], await ChannelsAsync(Backup));
    }

    [Fact]
    public async Task Log_of_the_database_that_was_there_is_not_applied_to_the_restored_one()
    {
        using (var database = new DeskDatabase(Database))
        {
            await AddAsync(database, "before");
            DatabaseBackup.Write(Database, Backup);
            await AddAsync(database, "after");
            // As a killed bot leaves them.
            foreach (var part in new[] { "", "-wal", "-shm" })
                File.Copy(Database + part, folder.File("killed.db" + part));
        }

        var kept = DatabaseBackup.Restore(Backup, folder.File("killed.db"), Now);

        Assert.Equal(["before"], await ChannelsAsync(folder.File("killed.db")));
        Assert.Equal(["before", "after"], await ChannelsAsync(kept!));
    }

    [Fact]
    public async Task Damaged_database_is_kept_as_it_is_and_replaced()
    {
        using (var database = new DeskDatabase(Database))
            await AddAsync(database, "before");
        DatabaseBackup.Write(Database, Backup);
        await File.WriteAllTextAsync(Database, "nothing that the engine knows", Ct);

        var kept = DatabaseBackup.Restore(Backup, Database, Now);

        Assert.Equal("nothing that the engine knows", await File.ReadAllTextAsync(kept!, Ct));
        Assert.Equal(["before"], await ChannelsAsync(Database));
    }

    [Fact]
    public async Task Backup_is_restored_where_nothing_was()
    {
        using (var database = new DeskDatabase(Database))
            await AddAsync(database, "before");
        DatabaseBackup.Write(Database, Backup);

        Assert.Null(DatabaseBackup.Restore(Backup, folder.File("new.db"), Now));

        Assert.Equal(["before"], await ChannelsAsync(folder.File("new.db")));
    }

    [Theory]
    [InlineData("missing", "There is no backup at ")]
    [InlineData("empty", "is not a database of this program.")]
    [InlineData("text", "file is not a database")]
    [InlineData("of another program", "is not a database of this program.")]
    [InlineData("newer", "Update the program")]
    [InlineData("damaged", "damaged")]
    public async Task Backup_that_is_unusable_is_refused_and_nothing_changes(string kind, string problem)
    {
        using (var database = new DeskDatabase(Database))
            await AddAsync(database, "there");
        DatabaseBackup.Write(Database, Backup);
        Spoil(kind);

        Assert.Contains(problem, Refused(() => DatabaseBackup.Restore(Backup, Database, Now)));

        Assert.Equal(["there"], await ChannelsAsync(Database));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part").Concat(Directory.GetFiles(folder.Path, "*.replaced*")));
    }

    [Fact]
    public async Task Database_of_a_running_bot_is_neither_replaced_nor_compacted()
    {
        using var database = new DeskDatabase(Database);
        DatabaseBackup.Write(Database, Backup);
        await AddAsync(database, "there");
        using var bot = OwnerFile.Take(Database);

        Assert.Contains("Another bot is running", Refused(() => DatabaseBackup.Restore(Backup, Database, Now)));
        Assert.Contains("Another bot is running", Refused(() => DatabaseBackup.Vacuum(Database)));

        Assert.Equal(["there"], await ChannelsAsync(Database));
    }

    [Fact]
    public async Task Vacuum_makes_the_file_smaller_and_loses_nothing()
    {
        using (var database = new DeskDatabase(Database))
            await AddAsync(database, "there");
        Run(Database, "create table filler (text text); insert into filler values (zeroblob(1000000)); drop table filler");

        var (before, after) = DatabaseBackup.Vacuum(Database);

        Assert.InRange(before - after, 900_000, 1_100_000);
        Assert.Equal(["there"], await ChannelsAsync(Database));
    }

    public void Dispose() => folder.Dispose();

    void Spoil(string kind)
    {
        switch (kind)
        {
            case "missing":
                File.Delete(Backup);
                break;
            case "empty":
                File.WriteAllText(Backup, "");
                break;
            case "text":
                File.WriteAllText(Backup, new string('x', 5000));
                break;
            case "of another program":
                File.Delete(Backup);
                Run(Backup, "create table others (name text)");
                break;
            case "newer":
                Run(Backup, "pragma user_version = 100000");
                break;
            default:
                using (var file = File.OpenWrite(Backup))
                {
                    file.Position = 4096;
                    file.Write(new byte[file.Length - 4096]);
                }

                break;
        }
    }

    static string Refused(Action work) => Assert.Throws<DatabaseException>(work).Message;

    static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static Task AddAsync(DeskDatabase database, string channel) => database.WriteAsync(
        async session =>
        {
            await using var command = session.CreateCommand();
            command.CommandText = $"""
                insert into subscriptions (channel, latest, from_settings, created_at, destination)
                values ('{channel}', 0, 0, strftime('%Y-%m-%dT%H:%M:%f', 'now') || 'Z', 'text')
                """;
            await command.ExecuteNonQueryAsync(Ct);
        },
        Ct);

    static async Task<IEnumerable<string>> ChannelsAsync(string path)
    {
        using var database = new DeskDatabase(path);
        return [.. (await new SubscriptionStore(database).AllAsync(Ct)).Select(one => one.Channel)];
    }
}
