using System.IO.Enumeration;

namespace News.Reading;

/// <summary>The folder that maintainers keep articles in: every <c>*.md</c> below it that is not a README and not hidden.</summary>
public sealed class ContentFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IEnumerable<ContentFile> Files()
    {
        if (!Directory.Exists(Root))
            throw new DirectoryNotFoundException($"There is no content folder at {Root}. Name one with --content or in Content:Folder.");

        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.System };
        return new FileSystemEnumerable<ContentFile>(Root, Describe, options)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && IsArticle(entry.FileName),
            ShouldRecursePredicate = static (ref entry) => !IsHidden(entry.FileName),
        };
    }

    /// <summary>Reads one article file; a file that can't be opened is a problem like any other.</summary>
    /// <param name="path">Below the content folder.</param>
    public ArticleReading Read(string path)
    {
        try
        {
            return ArticleReader.Read(path, Bytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(null, [new(path, 1, 1, $"The file can't be read: {unreadable.Message}")]);
        }
    }

    /// <summary>One byte more than is allowed is enough to see that a file is too large.</summary>
    byte[] Bytes(string path)
    {
        using var file = File.OpenHandle(Path.Combine(Root, path), options: FileOptions.SequentialScan);
        var length = (int)Math.Min(RandomAccess.GetLength(file), ContentLimits.FileBytes + 1);
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
            read += count;
        return read == length ? bytes : bytes[..read];
    }

    ContentFile Describe(ref FileSystemEntry entry) => new(
        Path.GetRelativePath(Root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'),
        entry.Length,
        entry.LastWriteTimeUtc.UtcTicks);

    static bool IsArticle(ReadOnlySpan<char> name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        && !IsHidden(name);

    static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');
}
