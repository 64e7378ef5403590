using System.Runtime.Versioning;

namespace Desk.Database;

/// <summary>The database and its companions are readable by their owner alone: they hold who follows what.</summary>
static class PrivateFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Creates the file if it isn't there, and takes all others' rights to it and to the files beside it that begin with its name. The
    /// engine gives the files that it creates later the same rights.
    /// </summary>
    public static void Make(string path)
    {
        // On Windows, a file has the rights of its folder.
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            // A file that is there is not opened: closing it would give up the locks that the engine has on it.
            if (!File.Exists(path))
                new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnerOnly,
                }).Dispose();
            var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(real)!, Path.GetFileName(real) + "*").Where(File.Exists))
                Narrow(file);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            // The engine says what is wrong when it opens the file.
        }
    }

    [UnsupportedOSPlatform("windows")]
    static void Narrow(string file)
    {
        var mode = File.GetUnixFileMode(file);
        if ((mode & ~OwnerOnly) == 0)
            return;
        try
        {
            File.SetUnixFileMode(file, mode & OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, who decides who may read it.
        }
    }
}
