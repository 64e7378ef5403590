namespace Desk.Archive;

/// <summary>What an import did to one article.</summary>
/// <param name="Path">Its file's path below the content folder.</param>
public sealed record ArticleChange(long ArticleId, string Path, ArticleChangeKind Kind);

public enum ArticleChangeKind
{
    /// <summary>Readers can see it for the first time.</summary>
    New,

    /// <summary>Readers see a change.</summary>
    Edited,

    /// <summary>Readers see no change.</summary>
    Touched,

    /// <summary>Readers can see it again; it is not news.</summary>
    Returned,

    /// <summary>Readers can no longer see it.</summary>
    Withdrawn,
}
