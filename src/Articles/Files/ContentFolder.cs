using Articles.Text;

namespace Articles.Files;

/// <summary>What a content file describes; its path says so.</summary>
public enum ContentKind
{
    Article,
    Topic,
    Provider,
}

/// <summary>A file as a scan of the folder finds it.</summary>
/// <param name="Path">Below the content folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedTicks">UTC, in ticks of 100 ns, as the file system keeps it.</param>
public readonly record struct ContentFile(string Path, long Size, long ModifiedTicks)
{
    public ContentKind Kind => ContentFolder.KindOf(Path) ?? ContentKind.Article;
}

/// <summary>
/// The folder in which maintainers keep articles: every <c>*.md</c> below it that is neither a README nor hidden, and the files of
/// topics and providers, <c>topics/*.yaml</c> and <c>providers/*.yaml</c> or <c>providers/*.md</c>. Paths are below the folder.
/// </summary>
public sealed class ContentFolder(string root)
{
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>Where the folder is, if its path is or contains a link; null if it is nowhere.</summary>
    public string? RealRoot => RealPath.TryOf(Root);

    /// <summary>Whether the folder contains nothing at all, like the mount point of a failed mount.</summary>
    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(Root).Any();

    /// <summary>In no particular order; what can't be read is left out.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<ContentFile> Files() => Look().Files;

    /// <summary>Each real file once, links included, and what can't be read.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The folder itself can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public ContentListing Look() => Directory.Exists(Root)
        ? new FolderWalk(Root).All()
        : throw new DirectoryNotFoundException($"There is no content folder at {Root}. Set one with --content or Content:Folder.");

    /// <summary>Whether a file still is as it was found. One that can't be examined counts as changed.</summary>
    public bool IsUnchanged(ContentFile file)
    {
        var now = Target(file.Path);
        return now.Exists && now.Length == file.Size && now.LastWriteTimeUtc.Ticks == file.ModifiedTicks;
    }

    /// <summary>Reads an article's file. One that can't be opened gives a problem, like any other mistake.</summary>
    /// <param name="now">To warn of a date in the future; null skips that check.</param>
    public ArticleReading Read(string path, DateTimeOffset? now = null) => Fetch(path, out var unreadable) is { } bytes
        ? ArticleReader.Read(path, bytes, now)
        : new(null, [unreadable ?? Gone(path)]);

    /// <summary>Reads a topic's file; null after an error.</summary>
    public (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) ReadTopic(string path) =>
        Fetch(path, out var unreadable) is { } bytes
            ? DefinitionReader.Topic(path, bytes)
            : (null, [unreadable ?? Gone(path)]);

    /// <summary>Reads a provider's file; null after an error.</summary>
    public (ProviderDefinition? Provider, IReadOnlyList<ContentProblem> Problems) ReadProvider(string path) =>
        Fetch(path, out var unreadable) is { } bytes
            ? DefinitionReader.Provider(path, bytes)
            : (null, [unreadable ?? Gone(path)]);

    /// <summary>A file's bytes, of a file that is too large one more than <see cref="TextLimits.FileBytes"/>.</summary>
    /// <returns>
    /// Null if the file can't be opened; <paramref name="unreadable"/> then says why, and is null, too, if the file is gone.
    /// </returns>
    public byte[]? Fetch(string path, out ContentProblem? unreadable)
    {
        unreadable = null;
        try
        {
            return Bytes(path);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            unreadable = new(path, 1, 1, $"The file can't be read: {failure.Message}");
            return null;
        }
    }

    /// <summary>Whether the desk uses a file with this path.</summary>
    internal static bool IsContent(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return (IsArticle(name) || IsYaml(name)) && KindOf(path) is not null;
    }

    /// <summary>What a file describes, by its path; null if the desk doesn't use it.</summary>
    internal static ContentKind? KindOf(string path) => path switch
    {
        _ when path.StartsWith("topics/", StringComparison.Ordinal) && IsYaml(path) => ContentKind.Topic,
        _ when path.StartsWith("providers/", StringComparison.Ordinal) => ContentKind.Provider,
        _ when IsArticle(path) => ContentKind.Article,
        _ => null,
    };

    static ContentProblem Gone(string path) => new(path, 1, 1, "The file can't be read, because it doesn't exist.");

    byte[] Bytes(string path)
    {
        // Pipes, sockets and devices have no length. Opening a pipe would wait until somebody writes to it.
        if (Target(path).Length == 0)
            return [];
        // Shared, so that an editor that is saving the file doesn't fail because of us.
        using var file = File.OpenHandle(Path.Combine(Root, path), share: FileShare.ReadWrite | FileShare.Delete);
        var length = (int)Math.Min(RandomAccess.GetLength(file), TextLimits.FileBytes + 1);
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
            read += count;
        return read == length ? bytes : bytes[..read];
    }

    /// <summary>The file itself, where the path is a link.</summary>
    FileInfo Target(string path)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        return file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file;
    }

    static bool IsArticle(ReadOnlySpan<char> name) =>
        ArticleReader.IsNamedLikeArticle(name) && !name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);

    static bool IsYaml(ReadOnlySpan<char> name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
