namespace News.Reading;

/// <summary>A file as a look at the folder finds it.</summary>
/// <param name="Path">Below the content folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedTicks">UTC, in ticks of 100 ns, as the file system keeps it.</param>
public readonly record struct ContentFile(string Path, long Size, long ModifiedTicks)
{
    /// <summary>What it describes; its place in the folder says so.</summary>
    public ContentKind Kind => ContentFolder.KindOf(Path) ?? ContentKind.Article;
}

public enum ContentKind
{
    Article,
    Topic,
    Provider,
}
