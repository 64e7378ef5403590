namespace Articles.Files;

/// <summary>Where paths lead once every link in them is followed. Folders are looked up once.</summary>
sealed class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    const int MostLinks = 40;

    readonly Dictionary<string, string?> folders = [];

    /// <returns>Null if a link leads in a circle.</returns>
    /// <exception cref="IOException">A link can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public string? Of(string path) => Of(Path.GetFullPath(path), left: MostLinks);

    /// <returns>Null if it can't be found out.</returns>
    public static string? TryOf(string path)
    {
        try
        {
            return new RealPath().Of(path) is { } real && Path.Exists(real) ? real : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    string? Of(string path, int left)
    {
        if (Path.GetDirectoryName(path) is not { } above)
            return path;
        if (!folders.TryGetValue(above, out var folder))
            folders[above] = folder = Of(above, left);
        if (folder is null)
            return null;
        var real = Path.Join(folder, Path.GetFileName(path));
        if (new FileInfo(real).LinkTarget is not { } target)
            return real;
        return left == 0 ? null : Of(Path.GetFullPath(target, folder), left - 1);
    }
}
