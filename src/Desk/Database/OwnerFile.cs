using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Desk.Database;

/// <summary>
/// The file beside a database, <c>news.db-bot</c>, that belongs to the process that sends the database's messages. The operating system
/// holds its lock as long as that process lives, also while it is stopped, and not a moment longer. What the file says tells whether the
/// database was restored from a backup.
/// </summary>
public sealed class OwnerFile : IDisposable
{
    const int Length = 64;

    readonly FileStream file;

    /// <summary>Who only looks whether the file is taken holds it for less than this.</summary>
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    OwnerFile(FileStream file) => this.file = file;

    /// <summary>Whether a process sends the database's messages now.</summary>
    /// <param name="database">The database's path.</param>
    public static bool IsTaken(string database)
    {
        try
        {
            using var file = new FileStream(DatabasePath.Of(database) + "-bot", FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <param name="database">The database's path. It need not be there yet.</param>
    /// <exception cref="DatabaseException">Another process has the file, or it can't be written.</exception>
    public static OwnerFile Take(string database)
    {
        var path = DatabasePath.Of(database) + "-bot";
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            FileStream? file = null;
            SpinWait.SpinUntil(() => TryOpen(path, options, out file), Glance);
            return new(file ?? new(path, options));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new DatabaseException(
                DatabaseProblem.Unreachable, $"{path} can't be written. Check who may write there. {refused.Message}", refused);
        }
        catch (IOException inUse)
        {
            throw new DatabaseException(
                DatabaseProblem.InUse,
                $"Another bot is running on {DatabasePath.Of(database)}. Stop it first, or name another database in Content:Database.",
                inUse);
        }
    }

    /// <returns>False if another process has the file.</returns>
    static bool TryOpen(string path, FileStreamOptions options, out FileStream? file)
    {
        try
        {
            file = new(path, options);
            return true;
        }
        catch (IOException inUse) when (inUse is not (FileNotFoundException or DirectoryNotFoundException))
        {
            file = null;
            return false;
        }
    }

    /// <summary>Null if it says nothing that this program wrote.</summary>
    internal Incarnation? Read()
    {
        var bytes = new byte[Length];
        var count = RandomAccess.Read(file.SafeFileHandle, bytes, fileOffset: 0);
        return Encoding.ASCII.GetString(bytes, 0, count).TrimEnd().Split(' ') is [{ Length: > 0 } id, var claims]
            && long.TryParse(claims, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new() { Id = id, Claims = number }
                : null;
    }

    /// <summary>Always as many bytes, so that a full disk doesn't matter.</summary>
    [SuppressMessage("Usage", "CA2201", Justification = "It is the database's own error.")]
    internal void Write(Incarnation now)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{now.Id} {now.Claims}").PadRight(Length - 1) + '\n';
        try
        {
            RandomAccess.Write(file.SafeFileHandle, Encoding.ASCII.GetBytes(text), fileOffset: 0);
        }
        catch (IOException failure)
        {
            throw new DatabaseException(DatabaseProblem.Unreachable, $"{file.Name} can't be written. {failure.Message}", failure);
        }
    }

    public void Dispose() => file.Dispose();
}

/// <summary>How far a database is in its life between two restores.</summary>
sealed record Incarnation
{
    public required string Id { get; init; }

    public required long Claims { get; init; }

    /// <summary>Whether it began with a restore.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The newest message that the database knew when it was restored; null if it knew none.</summary>
    public string? NewestMessage { get; init; }
}
