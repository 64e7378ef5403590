namespace News.Importing;

/// <summary>What an import did to one article.</summary>
/// <param name="Path">Its file's path below the content folder.</param>
public sealed record ArticleChange(long ArticleId, string Path, ArticleChangeKind Kind);

public enum ArticleChangeKind
{
    /// <summary>Readers see it for the first time.</summary>
    New,

    /// <summary>Readers see something else than before.</summary>
    Edited,

    /// <summary>Changed in what readers can't see, or not visible to them.</summary>
    Touched,

    /// <summary>Readers see it again; it is not news.</summary>
    Returned,

    /// <summary>Readers see it no longer.</summary>
    Withdrawn,
}
