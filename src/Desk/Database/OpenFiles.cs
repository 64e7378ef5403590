namespace Desk.Database;

/// <summary>
/// Whether a database's files are still the ones that this process has open. A file that was deleted or replaced can be written without
/// an error, and all of that is lost when the process ends.
/// </summary>
static class OpenFiles
{
    /// <summary>What happened to one of them; null if they are as they were. Call it while a connection is open.</summary>
    /// <param name="path">Where the database really is.</param>
    public static string? Fault(string path)
    {
        if (!File.Exists(path))
            return "was deleted or moved, or its folder isn't mounted any more";
        if (!File.Exists(path + "-wal"))
            return "lost its file \"-wal\", which has what was written last";
        return OperatingSystem.IsLinux() && Opened().Any(file => file.EndsWith(Deleted, StringComparison.Ordinal) && IsOf(path, file))
            ? "was replaced"
            : null;
    }

    /// <summary>As Linux writes it behind the name of a file that its folder has no more.</summary>
    const string Deleted = " (deleted)";

    static bool IsOf(string path, string file) => file[..^Deleted.Length] is var name && (name == path || name == path + "-wal");

    static IEnumerable<string> Opened() =>
        Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>();
}
