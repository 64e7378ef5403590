using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>Backups of a database: made while a bot uses it, put back while none does.</summary>
public static class DatabaseBackup
{
    static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <summary>
    /// Copies the database as it is at this moment. The copy takes its place in one step when it is complete, and is readable by its
    /// owner alone.
    /// </summary>
    /// <param name="to">A new file, or an earlier backup, which is replaced.</param>
    /// <returns>The length of the copy in bytes.</returns>
    /// <exception cref="DatabaseException">
    /// The database can't be read, or <paramref name="to"/> can't be written or is something else than a backup.
    /// </exception>
    public static long Write(string from, string to)
    {
        var path = DatabasePath.Of(to);
        if (DatabasePath.Of(from) == path)
            throw new DatabaseException(DatabaseProblem.Unreachable, $"{to} is the database itself. Name another file for the backup.");
        return Guarded(path, () =>
        {
            if (File.Exists(path) && !IsDatabase(path))
                throw new DatabaseException(DatabaseProblem.Unreachable, $"{path} is no backup, so it stays as it is. Name another file.");
            using var part = new Part(from, path);
            part.TakePlace();
            return new FileInfo(path).Length;
        });
    }

    /// <summary>
    /// Puts a copy of a backup in the place of the database. The bot notices it when it starts. What was there stays beside it under
    /// another name.
    /// </summary>
    /// <returns>Where what was there is now; null if nothing was.</returns>
    /// <exception cref="DatabaseException">
    /// A bot is running on the database, the backup is damaged or not one of this program, or the disk has no room for both.
    /// </exception>
    public static string? Restore(string backup, string database, DateTimeOffset now)
    {
        Check(backup);
        var path = DatabasePath.Of(database);
        using var owner = OwnerFile.Take(path);
        return Guarded(path, () =>
        {
            using var part = new Part(backup, path);
            var kept = File.Exists(path) ? Keep(path, now) : null;
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            part.TakePlace();
            return kept;
        });
    }

    /// <summary>Gives the space that deleted data left in the file back to the disk, and makes what is left quicker to read.</summary>
    /// <returns>The length of the file in bytes, before and after.</returns>
    /// <exception cref="DatabaseException">A bot is running on the database, or the disk has no room for a copy of it.</exception>
    public static (long Before, long After) Vacuum(string database)
    {
        var path = DatabasePath.Of(database);
        using var owner = OwnerFile.Take(path);
        return Guarded(path, () =>
        {
            Run(path, "pragma wal_checkpoint(truncate)");
            var before = new FileInfo(path).Length;
            Run(path, "vacuum; pragma wal_checkpoint(truncate)");
            return (before, new FileInfo(path).Length);
        });
    }

    /// <summary>What the bot wrote last may still be in the log beside the file.</summary>
    static string Keep(string path, DateTimeOffset now)
    {
        try
        {
            Run(path, "pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException)
        {
            // It is damaged, perhaps the reason for restoring. It is kept as it is.
        }

        var kept = $"{path}.replaced-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        foreach (var part in ((string[])["", "-wal"]).Where(part => File.Exists(path + part)))
            File.Copy(path + part, kept + part);
        return kept;
    }

    static void Check(string backup)
    {
        if (!File.Exists(backup))
            throw new DatabaseException(DatabaseProblem.Unreachable, $"There is no backup at {Path.GetFullPath(backup)}.");
        try
        {
            using var connection = new SqliteConnection($"Data Source={backup};Mode=ReadOnly;Pooling=False");
            connection.Open();
            SqliteMigrator.Check(connection, backup);
            using var check = new SqliteCommand("pragma quick_check(1)", connection);
            if (check.ExecuteScalar() is not "ok")
                throw new DatabaseException(DatabaseProblem.Corrupt, $"{backup} is damaged. Restore another backup; nothing has changed.");
        }
        catch (SqliteException failure)
        {
            throw DatabaseException.Of(failure, backup);
        }
    }

    static bool IsDatabase(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[Header.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) is 0 || start.SequenceEqual(Header);
    }

    static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw DatabaseException.Of(failure, path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                DatabaseProblem.Unreachable,
                $"{path} can't be written. Check the disk, and who may write there. {unwritable.Message}",
                unwritable);
        }
    }

    /// <summary>A copy beside the file whose place it takes, so that a full disk or a crash leaves what is there.</summary>
    sealed class Part : IDisposable
    {
        readonly string path;
        readonly string place;

        public Part(string from, string place)
        {
            (path, this.place) = (place + ".part", place);
            File.Delete(path);
            PrivateFile.Make(path);
            try
            {
                DatabaseCopy.Write(from, path);
                using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
                file.Flush(flushToDisk: true);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public void TakePlace() => File.Move(path, place, overwrite: true);

        public void Dispose() => File.Delete(path);
    }
}
