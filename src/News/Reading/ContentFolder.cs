using System.IO.Enumeration;

namespace News.Reading;

/// <summary>
/// The folder that maintainers keep articles in: every <c>*.md</c> below it that is not a README and not hidden,
/// and the topics' and providers' own files, <c>topics/*.yaml</c> and <c>providers/*.yaml</c> or <c>providers/*.md</c>.
/// </summary>
/// <param name="clock">To tell what claims to be from the future; the system's where none is given.</param>
public sealed class ContentFolder(string root, TimeProvider? clock = null)
{
    readonly TimeProvider clock = clock ?? TimeProvider.System;

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>In no order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<ContentFile> Files()
    {
        if (!Directory.Exists(Root))
            throw new DirectoryNotFoundException($"There is no content folder at {Root}. Name one with --content or in Content:Folder.");

        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.System };
        var files = new FileSystemEnumerable<ContentFile>(Root, Describe, options)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !IsHidden(entry.FileName) && (IsArticle(entry.FileName) || IsYaml(entry.FileName)),
            ShouldRecursePredicate = static (ref entry) => !IsHidden(entry.FileName),
        };
        return [.. files.Where(file => KindOf(file.Path) is not null)];
    }

    /// <summary>Whether nothing at all is in it, as in the mount point of a mount that failed.</summary>
    internal bool IsEmpty => !Directory.EnumerateFileSystemEntries(Root).Any();

    /// <summary>Whether there is such a file, or a link that leads nowhere.</summary>
    internal bool Holds(string path) => new FileInfo(Path.Combine(Root, path)) is { Exists: true } or { LinkTarget: not null };

    /// <summary>What a file describes, by its path below the folder; null for one that is none of the desk's.</summary>
    internal static ContentKind? KindOf(string path) => path switch
    {
        _ when path.StartsWith("topics/", StringComparison.Ordinal) && IsYaml(path) => ContentKind.Topic,
        _ when path.StartsWith("providers/", StringComparison.Ordinal) => ContentKind.Provider,
        _ when IsArticle(path) => ContentKind.Article,
        _ => null,
    };

    /// <summary>Reads one article file; a file that can't be opened is a problem like any other.</summary>
    /// <param name="path">Below the content folder.</param>
    public ArticleReading Read(string path) => Fetch(path, out var unreadable) is { } bytes
        ? Read(path, bytes)
        : new(null, [unreadable!]);

    /// <summary>Reads an article file whose bytes are at hand.</summary>
    internal ArticleReading Read(string path, ReadOnlySpan<byte> bytes) => ArticleReader.Read(path, bytes, clock.GetUtcNow());

    internal (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) ReadTopic(string path) => Fetch(path, out var unreadable) is { } bytes
        ? TopicReader.Read(path, bytes)
        : (null, [unreadable!]);

    internal (ProviderDefinition? Provider, IReadOnlyList<ContentProblem> Problems) ReadProvider(string path) => Fetch(path, out var unreadable) is { } bytes
        ? ProviderReader.Read(path, bytes)
        : (null, [unreadable!]);

    /// <summary>A file's bytes; null, and the problem, where it can't be opened.</summary>
    internal byte[]? Fetch(string path, out ContentProblem? unreadable)
    {
        unreadable = null;
        try
        {
            return Bytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            unreadable = new(path, 1, 1, $"The file can't be read: {failure.Message}");
            return null;
        }
    }

    /// <summary>One byte more than is allowed is enough to see that a file is too large.</summary>
    byte[] Bytes(string path)
    {
        // Whoever writes it now may go on: an editor must not fail because of us.
        using var file = File.OpenHandle(Path.Combine(Root, path), share: FileShare.ReadWrite | FileShare.Delete);
        var length = (int)Math.Min(RandomAccess.GetLength(file), ContentLimits.FileBytes + 1);
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
            read += count;
        return read == length ? bytes : bytes[..read];
    }

    ContentFile Describe(ref FileSystemEntry entry)
    {
        var path = Path.Join(entry.Directory[Root.Length..].TrimStart(Path.DirectorySeparatorChar), entry.FileName).Replace(Path.DirectorySeparatorChar, '/');
        // What counts is what a link leads to.
        return entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && File.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true) is FileInfo { Exists: true } target
            ? new(path, target.Length, target.LastWriteTimeUtc.Ticks)
            : new(path, entry.Length, entry.LastWriteTimeUtc.UtcTicks);
    }

    static bool IsArticle(ReadOnlySpan<char> name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    static bool IsYaml(ReadOnlySpan<char> name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');
}
