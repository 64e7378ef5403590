namespace News.Reading;

/// <summary>A file as a look at the folder finds it.</summary>
/// <param name="Path">Below the content folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedTicks">UTC, in ticks of 100 ns, as the file system keeps it.</param>
public readonly record struct ContentFile(string Path, long Size, long ModifiedTicks)
{
    /// <summary>Whether it describes a topic; otherwise it is an article.</summary>
    public bool IsTopic => ContentFolder.IsTopic(Path);
}
