using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Database;

/// <summary>The database can't do what it was asked to. The message names the file and says what to do next.</summary>
public sealed class DatabaseException(DatabaseProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    public DatabaseProblem Problem => problem;

    /// <summary>Whether nothing that this process could do would help, and going on would lose what it writes.</summary>
    public bool IsFinal => Problem is DatabaseProblem.Corrupt or DatabaseProblem.InUse or DatabaseProblem.Gone;

    internal static DatabaseException Of(SqliteException failure, string path)
    {
        var (problem, remedy) = failure.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                (DatabaseProblem.Busy, "Another process has held the lock too long. Find it and stop it."),
            raw.SQLITE_FULL => (DatabaseProblem.Full, "The disk is full. Make room; nothing is lost."),
            raw.SQLITE_CORRUPT => (DatabaseProblem.Corrupt, "The file is damaged; restore a backup."),
            raw.SQLITE_NOTADB => (DatabaseProblem.Corrupt, "Name another file with --database or in Content:Database."),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                (DatabaseProblem.Unreachable, "Name another file with --database or in Content:Database, or check who may write there."),
            raw.SQLITE_IOERR => (DatabaseProblem.Unreachable, "Check the disk that it is on."),
            _ => (DatabaseProblem.Failed, "Please report this as a bug."),
        };
        return new(problem, $"{path}: {failure.Message} {remedy}", failure);
    }
}

public enum DatabaseProblem
{
    /// <summary>A statement failed for a reason that none of the others names.</summary>
    Failed,

    /// <summary>Another process holds the lock.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file is damaged, or isn't a database.</summary>
    Corrupt,

    /// <summary>The file can't be opened, read or written, or the server can't be reached.</summary>
    Unreachable,

    /// <summary>The server doesn't let this program in.</summary>
    Refused,

    /// <summary>A newer version of the program wrote the file.</summary>
    TooNew,

    /// <summary>Another bot runs on the file.</summary>
    InUse,

    /// <summary>The file was deleted or replaced while the program ran.</summary>
    Gone,
}
