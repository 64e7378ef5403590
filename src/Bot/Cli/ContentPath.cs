namespace Bot.Cli;

/// <summary>A content file as it was typed: the content folder that it belongs to, and its path below that.</summary>
/// <param name="Folder">As it would be typed, too.</param>
/// <param name="Path">With forward slashes, as problems and articles have it.</param>
readonly record struct ContentPath(string Folder, string Path)
{
    /// <summary>The folder's name in a repository of somebody else.</summary>
    const string FolderName = "content";

    /// <summary>The folders in a content folder that hold no articles.</summary>
    static readonly string[] DefinitionFolders = ["topics", "providers"];

    /// <param name="folder">The content folder in the settings. A file outside it may belong to another one.</param>
    public static ContentPath? Of(string file, string folder)
    {
        var full = System.IO.Path.GetFullPath(file);
        var root = System.IO.Path.GetFullPath(folder);
        if (Below(root, full) is { } path)
            return new(folder, path);
        for (var parent = Directory.GetParent(full); parent is not null; parent = parent.Parent)
        {
            var isContent = parent.Name.Equals(FolderName, StringComparison.OrdinalIgnoreCase)
                || Directory.GetParent(full)!.FullName is var own && parent.FullName != own
                    && DefinitionFolders.Contains(System.IO.Path.GetRelativePath(parent.FullName, own));
            if (isContent)
                return new(System.IO.Path.GetRelativePath(Environment.CurrentDirectory, parent.FullName), Below(parent.FullName, full)!);
        }

        return null;
    }

    static string? Below(string root, string file)
    {
        var path = System.IO.Path.GetRelativePath(root, file);
        return path == ".." || path.StartsWith($"..{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            || System.IO.Path.IsPathRooted(path)
            ? null
            : path.Replace(System.IO.Path.DirectorySeparatorChar, '/');
    }
}
