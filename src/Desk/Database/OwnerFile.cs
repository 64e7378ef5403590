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

    OwnerFile(FileStream file) => this.file = file;

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
            return new(new(path, options));
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
