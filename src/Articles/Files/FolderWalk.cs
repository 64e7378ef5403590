using System.IO.Enumeration;

namespace Articles.Files;

/// <summary>What a look at the content folder finds.</summary>
/// <param name="Files">In no particular order.</param>
/// <param name="Unreadable">The problems of entries that can't be listed, such as a folder without permission or a link to nothing.</param>
public sealed record ContentListing(IReadOnlyList<ContentFile> Files, IReadOnlyList<ContentProblem> Unreadable)
{
    readonly HashSet<string> unreadable = [.. Unreadable.Select(problem => problem.Path)];

    /// <summary>Whether a file's absence means nothing, because it or a folder above it can't be read.</summary>
    public bool IsHidden(string path)
    {
        if (unreadable.Count == 0)
            return false;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (unreadable.Contains(path[..end]))
                return true;
        }

        return false;
    }
}

/// <summary>
/// One walk through the content folder. Each real file and folder is listed once, under its own path if that is in the folder: links
/// come last, and one that leads to what is listed already adds nothing. What can't be read is a problem of that entry alone.
/// </summary>
sealed class FolderWalk(string root)
{
    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    readonly List<ContentFile> files = [];
    readonly Dictionary<string, ContentProblem> problems = [];
    readonly RealPath realPath = new();

    /// <summary>The real folders that were listed, with the paths of their listing.</summary>
    readonly Dictionary<string, string> listed = [];

    /// <summary>The real files that links led to.</summary>
    readonly HashSet<string> linked = [];

    /// <summary>The paths with a character that may stand for another.</summary>
    readonly HashSet<string> doubtful = [];

    readonly Stack<(string Path, string Real)> folders = new();

    /// <summary>By path, so that the same folder always gives the same result.</summary>
    readonly PriorityQueue<(string Path, string Real), string> links = new(StringComparer.Ordinal);

    string realRoot = "";

    /// <exception cref="IOException">The folder itself can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public ContentListing All()
    {
        realRoot = realPath.Of(root) ?? throw new IOException($"The content folder {root} is a link that leads in a circle.");
        ListFolder("", realRoot);
        List();
        while (links.TryDequeue(out var link, out _))
        {
            Isolated(link.Path, () => Follow(link.Path, link.Real));
            List();
        }

        return new(files, [.. problems.Values]);
    }

    void List()
    {
        while (folders.TryPop(out var folder))
            Isolated(folder.Path, () => ListFolder(folder.Path, folder.Real));
    }

    void Isolated(string path, Action list)
    {
        try
        {
            list();
        }
        catch (DirectoryNotFoundException) when (!path.Contains(Undecodable))
        {
            // The folder was deleted after it was found.
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Report(path, path.Contains(Undecodable) ? NotUtf8 : $"The folder can't be read: {unreadable.Message}");
        }
    }

    void ListFolder(string path, string real)
    {
        if (!listed.TryAdd(real, path))
            return;
        var entries = new FileSystemEnumerable<Entry>(real, Entry.Of, Everything)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.FileName.StartsWith('.'),
        };
        foreach (var entry in entries)
        {
            var (below, target) = (path.Length == 0 ? entry.Name : $"{path}/{entry.Name}", Path.Join(real, entry.Name));
            if (entry.IsLink)
                links.Enqueue((below, target), below);
            else if (entry.IsFolder)
                folders.Push((below, target));
            else if (ContentFolder.IsContent(below))
                AddFile(below, target, entry.Size, entry.ModifiedTicks);
        }
    }

    void AddFile(string path, string real, long size, long modifiedTicks)
    {
        if (path.Contains(Undecodable) && (!File.Exists(real) || !doubtful.Add(path)))
            Report(path, NotUtf8);
        else
            files.Add(new(path, size, modifiedTicks));
    }

    void Follow(string path, string link)
    {
        var isFolderOrContent = ContentFolder.IsContent(path) || !Path.HasExtension(path);
        if (realPath.Of(link) is not { } real)
        {
            if (isFolderOrContent)
                Report(path, "The link can't be read, because it leads in a circle. Delete it, or link to a file or folder.");
        }
        else if (Directory.Exists(real))
            FollowToFolder(path, real);
        else if (!File.Exists(real) && isFolderOrContent)
            Report(path, "The link can't be read, because there is nothing where it leads. Delete it, or correct it.");
        else if (ContentFolder.IsContent(path) && !IsListed(real) && linked.Add(real))
            AddLinked(path, real);
    }

    void AddLinked(string path, string real)
    {
        var target = new FileInfo(real);
        if (target.Exists)
            AddFile(path, real, target.Length, target.LastWriteTimeUtc.Ticks);
    }

    void FollowToFolder(string path, string real)
    {
        var below = Path.EndsInDirectorySeparator(real) ? real : real + Path.DirectorySeparatorChar;
        if (realRoot.StartsWith(below, StringComparison.Ordinal))
            Report(path, "The link is not followed, because it leads to a folder that contains the content folder. Delete it.");
        else
            folders.Push((path, real));
    }

    /// <summary>Whether a real file was listed with its folder.</summary>
    bool IsListed(string real)
    {
        var name = Path.GetFileName(real);
        return !name.StartsWith('.')
            && listed.TryGetValue(Path.GetDirectoryName(real)!, out var folder)
            && ContentFolder.IsContent(folder.Length == 0 ? name : $"{folder}/{name}");
    }

    /// <summary>Names that aren't valid UTF-8 can read alike; one problem stands for all of them.</summary>
    void Report(string path, string message) => problems[path] = new(path, 1, 1, message);

    /// <summary>.NET reads what isn't UTF-8 as this character, and can't open the file by what it read.</summary>
    const char Undecodable = '\uFFFD';

    const string NotUtf8 = "This can't be read, because its name is not valid UTF-8. Rename it.";

    readonly record struct Entry(string Name, bool IsLink, bool IsFolder, long Size, long ModifiedTicks)
    {
        public static Entry Of(ref FileSystemEntry entry)
        {
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            return isLink || entry.IsDirectory
                ? new(entry.FileName.ToString(), isLink, entry.IsDirectory, Size: 0, ModifiedTicks: 0)
                : new(entry.FileName.ToString(), IsLink: false, IsFolder: false, entry.Length, entry.LastWriteTimeUtc.UtcTicks);
        }
    }
}
