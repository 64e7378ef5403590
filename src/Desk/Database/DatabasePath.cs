namespace Desk.Database;

/// <summary>Where a database really is: two links to one file must lead to one lock, and the engine puts its own files there.</summary>
static class DatabasePath
{
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var target = new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        return Path.Join(Folder(Path.GetDirectoryName(target)!), Path.GetFileName(target));
    }

    static string Folder(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var here = Path.Join(Folder(parent), Path.GetFileName(path));
        return new DirectoryInfo(here).LinkTarget is null
            ? here
            : Folder(Directory.ResolveLinkTarget(here, returnFinalTarget: true)!.FullName);
    }
}
